import { readFileSync } from "node:fs";
import { verifyRecord } from "./verify";

/** `npm run audit:verify`: says what was checked and how fast, names the first broken link, ends with 1 when there is one. */
// words: audit.command.*
type Words = Record<"ok" | "rate" | "anchor" | "broken", string> & { why: Record<string, string> };
const file = new URL("../../messages/vi.json", import.meta.url);
const words = (JSON.parse(readFileSync(file, "utf8")) as { audit: { command: Words } }).audit.command;
const say = (text: string, values: Record<string, string | number>) =>
  process.stdout.write(
    `${text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole))}\n`,
  );

const found = await verifyRecord();
const seconds = Math.max(found.milliseconds, 1) / 1_000;
say(words.rate, {
  events: found.events,
  streams: found.streams,
  seconds: seconds.toFixed(1),
  rate: Math.round(found.events / seconds),
});
if (found.broken) {
  const { organisation, stream, seq, at, why } = found.broken;
  say(words.broken, { organisation, stream, seq: seq.toString(), at: at ?? "–", why: words.why[why] ?? why });
} else {
  say(words.ok, {});
  say(words.anchor, { anchor: found.anchor });
}
process.exit(found.broken ? 1 : 0);
