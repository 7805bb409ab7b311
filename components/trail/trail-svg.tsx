"use client";

import type { Drawing } from "@/lib/money/trail/drawing";
import { Shapes } from "./shapes";

const margin = 8;

/**
 * The whole drawing in one piece: what the server sends, what is printed, and what stands there until the one that can be moved about
 * has come. In the browser's code too: a part of a drawing still on its way is hidden with an inline style, which the policy forbids.
 */
export function TrailSvg({ drawing, label }: { drawing: Drawing; label: string }) {
  const { width, height, marks, bands, nodes } = drawing;
  return (
    <svg
      className="tr-svg"
      viewBox={`${-margin} 0 ${width + 2 * margin} ${height}`}
      // One that is much higher than its place shows its middle at full width, where its victims stand, and not the whole as a thread.
      preserveAspectRatio={height > width ? "xMinYMid slice" : "xMinYMin meet"}
      role="img"
      aria-label={label}
    >
      <Shapes shapes={marks} />
      {bands.map(({ id, d, look }) => (
        <path key={id} className={look} d={d} />
      ))}
      {bands.map(({ id, look, shapes }) => (
        <g key={id} className={look.includes("is-back") ? "is-back" : undefined}>
          <Shapes shapes={shapes} />
        </g>
      ))}
      {nodes.map(({ id, x, y, look, title, shapes }) => (
        <g key={id} className={look} transform={`translate(${x} ${y})`}>
          <title>{title}</title>
          <Shapes shapes={shapes} />
        </g>
      ))}
    </svg>
  );
}
