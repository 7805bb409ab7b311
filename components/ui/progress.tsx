/** A part of a whole as a bar; `label` says it in words. Lengths are SVG attributes, so the strict policy holds. */
export function Progress({
  value,
  max,
  label,
  tone = "blue",
}: {
  value: number;
  max: number;
  label: string;
  tone?: "blue" | "held" | "wait" | "red";
}) {
  const share = max > 0 ? Math.max(0, Math.min(1, value / max)) : 0;
  return (
    <svg className="progress" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label={label}>
      <rect className="bar-track" width={100} height={6} />
      <rect className={`f-${tone}`} width={Math.round(share * 1000) / 10} height={6} />
    </svg>
  );
}
