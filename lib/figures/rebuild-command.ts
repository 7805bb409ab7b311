import { readFileSync } from "node:fs";
import { rebuildPace } from "./pace/rebuild";
import { rebuildFigures } from "./rebuild";

/**
 * `npx tsx lib/figures/rebuild-command.ts [--replace]`: adds every counter, and what answers took, up from the records and names the differences;
 * with --replace the counters are set to what the records say. Ends with 1 when there were differences and nothing was replaced.
 */
// words: figures.command.*
type Words = Record<"same" | "differs" | "line" | "replaced" | "pace" | "paceSame" | "paceDiffers", string>;
const file = new URL("../../messages/vi.json", import.meta.url);
const words = (JSON.parse(readFileSync(file, "utf8")) as { figures: { command: Words } }).figures.command;
const say = (text: string, values: object) =>
  process.stdout.write(
    `${text.replace(/\{(\w+)\}/g, (whole, name: string) => String((values as Record<string, unknown>)[name] ?? whole))}\n`,
  );

const replace = process.argv.includes("--replace");
const { cells, differences } = await rebuildFigures({ replace });
for (const difference of differences.slice(0, 50)) say(words.line, difference);
say(differences.length === 0 ? words.same : words.differs, { cells, differences: differences.length });
if (replace) say(words.replaced, { cells });
const paces = await rebuildPace({ replace });
for (const difference of paces.slice(0, 50)) say(words.pace, difference);
say(paces.length === 0 ? words.paceSame : words.paceDiffers, { differences: paces.length });
process.exit(differences.length + paces.length > 0 && !replace ? 1 : 0);
