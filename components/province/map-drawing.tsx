"use client";

import outlines from "@/lib/figures/vietnam.svg";

const file: string = outlines.src;

/**
 * The map itself, later provinces above earlier ones. Its outlines are one file that browsers keep; fills and lines are given
 * here, where the theme is known. Also in the browser's code, so that it arrives in one piece: a part of a drawing that is
 * still on its way is hidden by React with an inline style, which the policy forbids.
 */
export function MapDrawing({
  label,
  width,
  height,
  provinces,
  names,
}: {
  label: string;
  width: number;
  height: number;
  provinces: readonly { code: string; look: string; title: string }[];
  names: readonly { group: "hoangSa" | "truongSa"; name: string; x: number; y: number }[];
}) {
  return (
    <svg className="vn" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={label}>
      <defs>
        <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className="hx0" width="4" height="4" />
          <rect className="hx1" width="1" height="4" />
        </pattern>
      </defs>
      {provinces.map(({ code, look, title }) => (
        <use key={code} className={look} href={`${file}#p-${code}`}>
          <title>{title}</title>
        </use>
      ))}
      {names.map(({ group }) => (
        <use key={group} className="isl" href={`${file}#${group}`} />
      ))}
      {names.map(({ group, name, x, y }) => (
        <text key={group} className="maptext" textAnchor="middle" x={x} y={y}>
          {name}
        </text>
      ))}
    </svg>
  );
}
