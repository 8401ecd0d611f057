/** A drawn certificate with a seal, for the demo, as the bytes of a PNG: nobody's own is shown. */
const BASE64 = [
  'iVBORw0KGgoAAAANSUhEUgAAAeAAAAFUAgMAAACB4QdlAAAACVBMVEX8+OyyIiJGRkawnE4pAAACg0lEQVR42u3cPXLCMBCG',
  'YVSoSa/7cARnxqLIEXIf+jQUcMqEBBLLrMPPsN/y827loXmGXVm2xKLZjCAIgriHqPIABnaHO+1dlIGBgYGBgYGBgYGBgYGB',
  '7xJ+2ZwRH8DAwMDAwMDAwMDAwM8Js0wFBgYGBgYGBgYGBgYGBgYGvnf4rK2lJoCBgYGjYB4SwMDAwMDAwMC3vFo8tWEBGBgY',
  '+NowDwlgYGBgYGBgYFaLwMDAwMzVwMDAwMDAwMA3v1r8AH5WuAxOx1bCpTmXWwfn3YHgvRhOv0eRd1q4HByCroHT4PT1Tjll',
  'FuPcdwncHDg/18G5gXsdvMv06z+59oF/B1WazLULnP8Gc5rKtQtcBlieyLUL3KR3ItcecGqym+05xANuqWQX2QMubVWLWWQn',
  'uB8lQAOPiprM0eUAp/E3LNbocoDzeDBla3T5wN04BRK4HJTUGl0OcLXguQY+mgMP2KhoNoa1C9wd/8gBzibcS+D5YdkFcDHu',
  'HeOzh4KtaUoA2/PjQd094M66xR4XThNwJ4Dnp6QB2GXGtO4xD/jvsp+eVTzhMrxUwoM3HimcBi/2UjgPVmvAjwX3BpxJNfBD',
  'zFxhc3Xc00n+PI55A+EtUwnHrCSeb9EWtz4O2xF4vs2XsH2usJ29sL3MkN3b71/4v148Rr/lL2t9923s3sPvLVw18NKCNwJ4',
  'Vetb465rXYjgRQOvRPB6PLqWuxR4w9uSvrWZ/im6O7xsc73aZ0AB1zbTInjV5Hqb6YXmnyFhPQJhXRFxfSBhnS9hvT5x3U1h',
  '/VxhHWxxPXthXYoX92Ve8St3WvjS3tvrJXsmhy/rr/YPYGBgYGDgW4blAQzsDRMEQRC3HZ969NkJ9+9laAAAAABJRU5ErkJg',
  'gg==',
].join('')

export function certificatePicture(): Uint8Array {
  return Buffer.from(BASE64, 'base64')
}
