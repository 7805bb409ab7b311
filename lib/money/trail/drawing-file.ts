import type { Drawing } from "./drawing";
import type { Shape } from "./shapes";

type Attributes = Record<string, string | number>;
const sans = "'Be Vietnam Pro', 'Segoe UI', 'Noto Sans', Arial, sans-serif";
const numbers = "Inter, 'Segoe UI', 'Noto Sans', Arial, sans-serif";
const mono = "'JetBrains Mono', Consolas, 'DejaVu Sans Mono', monospace";

/** What trail.css and drawings.css say, in the light colours, for a file that has no stylesheet. Later looks win. */
const looks: Record<string, Attributes> = {
  svgtext: { "font-family": numbers, "font-size": 12, fill: "#171b22" },
  "svgtext-2": { "font-family": numbers, "font-size": 12, fill: "#4b5462" },
  "svgtext-3": { "font-family": sans, "font-size": 12, fill: "#4b5462" },
  svgmono: { "font-family": mono, "font-size": 12, fill: "#171b22" },
  fw5s: { "font-weight": 500 },
  fw6s: { "font-weight": 600 },
  "halo-b": { "paint-order": "stroke", stroke: "#ffffff", "stroke-width": 3, "stroke-linejoin": "round" },
  "node-box": { fill: "#ffffff", stroke: "#c8cdd5" },
  "f-held": { fill: "#1d7d4c" },
  "f-cash": { fill: "#232933" },
  "f-wait": { fill: "#b97c12" },
  "f-unasked": { fill: "#b97c12", "fill-opacity": 0.45 },
  "f-outside": { fill: "#774600" },
  "f-unk": { fill: "#727b89" },
  "f-blue": { fill: "#1b4a94" },
  "f-line": { fill: "#e1e4e9" },
  "b-flow": { fill: "#ccd6e6", opacity: 0.75 },
  "b-flow-s": { fill: "#7f8896" },
  "b-wait": { fill: "#ebcf93", opacity: 0.7 },
  "b-round": { fill: "none", stroke: "#7f8896", "stroke-width": 2, "stroke-dasharray": "6 3" },
  "b-own": { fill: "none", stroke: "#c8cdd5", "stroke-width": 1.5, "stroke-dasharray": "2 3" },
  "tr-sign": { fill: "none", "stroke-width": 1.5, "stroke-linecap": "round", "stroke-linejoin": "round" },
  "s-held": { stroke: "#11603a" },
  "s-cash": { stroke: "#171b22" },
  "s-blue": { stroke: "#171b22" },
  "s-wait": { stroke: "#774600" },
  "s-unasked": { stroke: "#774600" },
  "s-outside": { stroke: "#774600" },
  "s-unk": { stroke: "#4b5462" },
  "s-flow": { stroke: "#4b5462" },
  "t-held": { fill: "#11603a" },
  "t-wait": { fill: "#774600" },
  "t-unasked": { fill: "#774600" },
  "t-outside": { fill: "#774600" },
  "t-unk": { fill: "#4b5462" },
  "t-flow": { fill: "#4b5462" },
};
/** Boxes whose institution has yet to answer have a broken edge. */
const waiting = /\btr-(asked|unasked|abroad|crypto|merchant)\b/;

// The signs that XML does not allow are left out; a name may hold anything.
const refused =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const escaped: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};
/** Text as it may stand in an SVG file. */
export const xmlText = (text: string): string =>
  text.replace(refused, "").replace(/[&<>"']/g, (sign) => escaped[sign]!);

const attributesOf = (look: string, more: Attributes = {}): string =>
  Object.entries({
    ...Object.assign({}, ...look.split(" ").map((name) => looks[name] ?? {})),
    ...more,
  } as Attributes)
    .map(([name, value]) => ` ${name}="${xmlText(String(value))}"`)
    .join("");

function markup(shape: Shape, isWaiting = false): string {
  if (shape.as === "rect") {
    const { x, y, width, height, rx, look } = shape;
    const edge: Attributes =
      isWaiting && look === "node-box" ? { stroke: "#b97c12", "stroke-dasharray": "4 3" } : {};
    return `<rect${attributesOf(look, { x, y, width, height, ...(rx ? { rx } : {}), ...edge })}/>`;
  }
  if (shape.as === "path") {
    const place: Attributes =
      shape.x || shape.y ? { transform: `translate(${shape.x ?? 0} ${shape.y ?? 0})` } : {};
    return `<path${attributesOf(shape.look, { d: shape.d, ...place })}/>`;
  }
  const anchor: Attributes = shape.anchor ? { "text-anchor": shape.anchor } : {};
  return `<text${attributesOf(shape.look, { x: shape.x, y: shape.y, ...anchor })}>${xmlText(shape.text)}</text>`;
}

const margin = 16;
const footer = 36;

/** The drawing as a file of its own, with the line that says who took it under which number. Light colours. */
export function svgFile(
  { width, height, marks, bands, nodes }: Drawing,
  title: string,
  mark: string,
): string {
  const all = [width + 2 * margin, height + footer + margin] as const;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${all[0]}" height="${all[1]}" viewBox="${-margin} ${-margin} ${all[0]} ${all[1]}">`,
    `<title>${xmlText(title)}</title><desc>${xmlText(mark)}</desc>`,
    `<rect x="${-margin}" y="${-margin}" width="${all[0]}" height="${all[1]}" fill="#ffffff"/>`,
    ...marks.map((shape) => markup(shape)),
    ...bands.map(({ look, d }) => `<path${attributesOf(look, { d })}/>`),
    ...bands.flatMap(({ shapes }) => shapes.map((shape) => markup(shape))),
    ...nodes.map(
      ({ x, y, look, title: name, shapes }) =>
        `<g transform="translate(${x} ${y})"><title>${xmlText(name)}</title>${shapes.map((shape) => markup(shape, waiting.test(look))).join("")}</g>`,
    ),
    markup({ as: "text", x: 0, y: height + 18, text: `${title} · ${mark}`, look: "svgtext-3" }),
    "</svg>",
  ].join("\n");
}
