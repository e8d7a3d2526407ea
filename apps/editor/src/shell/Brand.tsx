/** Two rings in step. */
export function Brand({ size = 26 }: { size?: number }) {
  return (
    <svg width={size} height={size} viewBox="0 0 32 32" aria-hidden focusable="false">
      <rect width="32" height="32" rx="9" fill="#14594d" />
      <g fill="none" stroke="#fff" strokeWidth="2.6">
        <circle cx="12.2" cy="16" r="5.4" />
        <circle cx="19.8" cy="16" r="5.4" strokeOpacity=".62" />
      </g>
    </svg>
  );
}
