/** What a drawing is made of; `look` names classes of trail.css, which an exported file carries as attributes. */
export type Shape =
  | { as: "rect"; x: number; y: number; width: number; height: number; rx?: number; look: string }
  | { as: "path"; d: string; look: string; x?: number; y?: number }
  | { as: "text"; x: number; y: number; text: string; look: string; anchor?: "middle" | "end" };

/** Text of a drawing has no ellipsis of its own: what is too long for its box is cut; the whole stands in the title and the table. */
export const cut = (text: string, most: number): string =>
  [...text].length <= most
    ? text
    : `${[...text]
        .slice(0, most - 1)
        .join("")
        .trimEnd()}…`;

/** To a tenth of a unit: shorter files, and the same on every machine. */
export const round = (value: number): number => Math.round(value * 10) / 10;
