import holidayTable from "../prisma/data/holidays.json";
import { lineReader } from "../lib/deadlines/line";

/**
 * `npm run -s deadlines:compute < cases.jsonl > due.jsonl`: one case per line in, one answer per line out, in the same order
 * (docs/decisions/deadlines.md says what a line holds). A line that is wrong is answered with an error and the next one is read.
 */
const answer = lineReader(holidayTable.holidays);
let rest = "";
process.stdin.setEncoding("utf8");
// Whoever reads only the first lines closes the pipe: that is no failure.
process.stdout.on("error", () => process.exit(0));
for await (const chunk of process.stdin) {
  const lines = (rest + String(chunk)).split("\n");
  rest = lines.pop() ?? "";
  await say(lines);
}
await say([rest]);

async function say(lines: string[]): Promise<void> {
  const answered = lines
    .filter((line) => line.trim() !== "")
    .map((line) => `${JSON.stringify(answer(line))}\n`);
  if (answered.length > 0 && !process.stdout.write(answered.join("")))
    await new Promise((resolve) => process.stdout.once("drain", resolve));
}
