"use client";

/**
 * Parts of a whole beside one another, lengths in percent; `label` says it in words, without one the bar is only to look at.
 * Lengths are SVG attributes, so the strict policy holds. In the browser's code too, so that it arrives in one piece: a part
 * of a drawing that is still on its way is hidden by React with an inline style, which the policy forbids.
 */
export function StackedBar({
  className,
  label,
  gap = 0,
  parts,
}: {
  className: string;
  label?: string;
  /** Of each part's length, left free at its end. */
  gap?: number;
  parts: readonly { fill: string; length: number }[];
}) {
  const startOf = (index: number) => parts.slice(0, index).reduce((sum, { length }) => sum + length, 0);
  return (
    <svg
      className={className}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
      {...(label ? { role: "img", "aria-label": label } : { "aria-hidden": true })}
    >
      {parts.map(({ fill, length }, index) => (
        <rect key={fill} className={fill} x={startOf(index)} width={Math.max(0, length - gap)} height="10" />
      ))}
    </svg>
  );
}
