/** Three tramlines without a shot. */
export function NoShotDrawing() {
  return (
    <svg
      width="44"
      height="44"
      viewBox="0 0 44 44"
      fill="none"
      stroke="var(--edge-control)"
      strokeWidth={2}
      aria-hidden="true"
    >
      <path d="M12 8v28M22 14v22M32 8v16" strokeDasharray="2 3" />
      <path d="M9 8h6M19 14h6M29 8h6" />
    </svg>
  );
}
