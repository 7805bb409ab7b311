"use client";

/**
 * Eight numbers as a line; a gap where there is none. Geometry is in SVG attributes. `label` says it in words. In the
 * browser's code too, as map-drawing.tsx says.
 */
export function Sparkline({ values, label }: { values: readonly (number | null)[]; label: string }) {
  const known = values.filter((value) => value !== null);
  const [low, high] = [Math.min(...known), Math.max(...known)];
  const x = (index: number) => 4 + (index * 72) / Math.max(1, values.length - 1);
  const y = (value: number) => (high === low ? 12 : 20 - ((value - low) / (high - low)) * 16);
  const points = values.map((value, index) => (value === null ? null : ([x(index), y(value)] as const)));
  const runs: (readonly [number, number])[][] = [[]];
  for (const point of points) {
    if (point) runs[runs.length - 1]?.push(point);
    else runs.push([]);
  }
  const last = points[points.length - 1];
  return (
    <svg className="spark" viewBox="0 0 80 24" width="80" height="24" role="img" aria-label={label}>
      {runs
        .filter((run) => run.length > 0)
        .map((run) => (
          <polyline
            key={run[0]?.[0]}
            className="sp"
            points={run.map(([px, py]) => `${px.toFixed(1)},${py.toFixed(1)}`).join(" ")}
          />
        ))}
      {last ? <circle className="f-blue" cx={last[0]} cy={last[1]} r="2.5" /> : null}
    </svg>
  );
}
