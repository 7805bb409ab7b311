/** A clock face filled by a quarter or by three: how much of the time is used up. */
export function Dial({ quarters, className = "i" }: { quarters: 1 | 3; className?: string }) {
  const filled = quarters === 1 ? "M12 12V3a9 9 0 0 1 9 9z" : "M12 12V3a9 9 0 1 1-9 9z";
  return (
    <svg className={className} viewBox="0 0 24 24" aria-hidden="true">
      <circle cx="12" cy="12" r="9" />
      <path d={filled} fill="currentColor" stroke="none" />
    </svg>
  );
}
