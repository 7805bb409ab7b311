import { castOf } from "./cast";
import { benchLeague } from "./league";
import { benchReads } from "./lists";
import { benchPages } from "./pages";
import type { Result } from "./result";
import { benchSigning } from "./signing";

/** Measures one database, the one that the environment names; started by run.ts, to which it sends its lines. */
async function measure(size: number, parts: string[]): Promise<Result[]> {
  const cast = await castOf();
  const wants = (part: string) => parts.length === 0 || parts.includes(part);
  return [
    ...(wants("reads") ? await benchReads(size, cast) : []),
    ...(wants("league") ? await benchLeague(size) : []),
    ...(wants("signing") ? [await benchSigning(size)] : []),
    ...(wants("pages") ? await benchPages(size, cast) : []),
  ];
}

const [size = "1000", ...parts] = process.argv.slice(2);
try {
  const results = await measure(Number(size), parts);
  process.send?.(results, () => process.exit(0)); // figures listen for news, which would keep the process for ever
} catch (error) {
  console.error(error);
  process.exit(1);
}
