import type { Shape } from "@/lib/money/trail/shapes";

/** Shapes of a drawing as SVG. Lengths are attributes, colours come from trail.css: the strict policy holds. */
export function Shapes({ shapes }: { shapes: readonly Shape[] }) {
  return shapes.map((shape, index) => {
    if (shape.as === "rect") {
      const { x, y, width, height, rx, look } = shape;
      return <rect key={index} className={look} x={x} y={y} width={width} height={height} rx={rx} />;
    }
    if (shape.as === "path") {
      const place = shape.x || shape.y ? `translate(${shape.x ?? 0} ${shape.y ?? 0})` : undefined;
      return <path key={index} className={shape.look} d={shape.d} transform={place} />;
    }
    if (!shape.text) return null;
    return (
      <text key={index} className={shape.look} x={shape.x} y={shape.y} textAnchor={shape.anchor}>
        {shape.text}
      </text>
    );
  });
}
