/** Tramline's mark: three lines of different length, each with its caps. */
export function Mark({ size = 20 }: { size?: number }) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 20 20"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      strokeLinecap="round"
      aria-hidden="true"
    >
      <path d="M5 3v9M10 6v11M15 3v6" />
      <path d="M3.2 3h3.6M8.2 17h3.6M13.2 3h3.6" strokeWidth={1.8} />
    </svg>
  );
}

/** The drawing of an empty scene: dotted lines that wait for words. */
export function EmptyLines() {
  return (
    <svg
      width={44}
      height={44}
      viewBox="0 0 44 44"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
      aria-hidden="true"
    >
      <path d="M12 8v28M22 14v22M32 8v16" strokeDasharray="2 3" />
      <path d="M9 8h6M19 14h6M29 8h6" />
    </svg>
  );
}
