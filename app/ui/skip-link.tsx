// The first stop of the keyboard: past the frame to the page itself.

export function SkipLink({ label }: { label: string }) {
  return (
    <a
      href="#main"
      className="fixed start-4 top-2 z-50 -translate-y-20 rounded-sm bg-accent-fill px-4 py-2.5 font-medium text-on-fill focus:translate-y-0 print:hidden"
    >
      {label}
    </a>
  )
}
