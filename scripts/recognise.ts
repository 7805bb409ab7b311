import { recognise } from "../lib/recognise/recognise";

/**
 * `npm run -s recognise < texts.jsonl > found.jsonl`: one statement per line in, what was found in it per line out. A line that cannot
 * be read is named on stderr, the others are answered all the same, and the exit code is 1.
 */
const now = new Date();
let line = 0;
let rest = "";
process.stdin.setEncoding("utf8");
for await (const chunk of process.stdin) {
  // Split at \n alone: node:readline would also end lines at U+2028, which may stand inside a text.
  const lines = (rest + String(chunk)).split("\n");
  rest = lines.pop() ?? "";
  for (const written of lines) answer(written);
}
answer(rest);

function answer(written: string): void {
  line += 1;
  if (written.trim() === "") return;
  const statement = parsed(written.replace(/^\ufeff/, ""));
  if (typeof statement === "string") {
    process.stderr.write(`line ${line}: ${statement}\n`);
    process.exitCode = 1;
    return;
  }
  const { found, transfers } = recognise(statement.text, { now });
  const shown = found.map(({ kind, value, bank, start, end, confidence }) => ({
    kind,
    value,
    bank,
    start,
    end,
    confidence,
  }));
  process.stdout.write(`${JSON.stringify({ id: statement.id, found: shown, transfers })}\n`);
}

function parsed(written: string): { id: unknown; text: string } | string {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return "not JSON";
  }
  if (typeof value !== "object" || value === null || !("text" in value) || typeof value.text !== "string")
    return 'not an object {"id", "text"} with a text';
  return { id: "id" in value ? value.id : null, text: value.text };
}
