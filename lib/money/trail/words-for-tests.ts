import type { TrailWords } from "./drawing";
import { trailStatuses } from "./status";

const foot = [
  "entered",
  "held",
  "cashedOut",
  "movedOn",
  "pending",
  "unasked",
  "outside",
  "unexplained",
] as const;
const named = (names: readonly string[]) => Object.fromEntries(names.map((name) => [name, name]));

/** Words by which a test finds what a drawing says: each is the name of what it stands for. */
export const words: TrailWords = {
  status: named(trailStatuses) as TrailWords["status"],
  layer: (layer) => `layer ${layer}`,
  victims: "",
  unlinked: "",
  noHolder: "",
  noInstitution: "",
  paid: "",
  digits: String,
  times: String,
  foot: named(foot) as TrailWords["foot"],
};
/** The texts of shapes, in their order. */
export const textsOf = (shapes: readonly { as: string }[]) =>
  shapes.flatMap((shape) => ("text" in shape ? [String(shape.text)] : []));
