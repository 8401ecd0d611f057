import { embeddedPlace, serverPlace } from '/work/main/test/bench/place.ts'
import { makeStaff } from '/work/main/test/bench/staff.ts'

const place = await serverPlace(process.env.BENCH_DATABASE_URL, true)
const home = await place!.home(process.argv[3] ?? 'staff_try')
const opened = await home.open()
await makeStaff(opened, Number(process.argv[2]))
await opened.close()
await place!.close()
