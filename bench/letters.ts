import { letterPaper } from "@/lib/documents/letter-paper";
import { paperDocx } from "@/lib/documents/docx/paper-docx";
import { paperPdf } from "@/lib/documents/pdf/paper-pdf";
import { vietnamese } from "@/lib/documents/vietnamese";
import { makeLetter } from "@/prisma/factories/letter";

/** `tsx bench/letters.ts`: an order of 200 targets as PDF takes at most a second. Ends with 1 when it takes longer. */
const bar = 1_000;
const rounds = 7;
const mark = { id: "x", number: "XK-2026-000001", madeAt: new Date(), madeBy: "bench", orgName: "bench" };

async function median(
  what: () => Promise<Buffer>,
): Promise<{ first: number; median: number; bytes: number }> {
  const times: number[] = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round++) {
    const from = performance.now();
    bytes = (await what()).length;
    times.push(performance.now() - from);
  }
  const [first] = times;
  return { first: first!, median: times.sort((a, b) => a - b)[rounds >> 1]!, bytes };
}

let isSlow = false;
for (const targets of [1, 5, 200, 500]) {
  const paper = letterPaper(makeLetter(targets), vietnamese());
  for (const [type, draw] of [
    ["PDF", paperPdf],
    ["DOCX", paperDocx],
  ] as const) {
    const { first, median: typical, bytes } = await median(() => draw(paper, "bench", mark));
    if (type === "PDF" && targets === 200 && Math.max(first, typical) > bar) isSlow = true;
    const ms = (time: number) => String(Math.round(time)).padStart(5);
    process.stdout.write(
      `${String(targets).padStart(4)} targets ${type.padEnd(4)} first ${ms(first)} ms, median ${ms(typical)} ms, ${Math.round(bytes / 1024)} kB\n`,
    );
  }
}
process.exitCode = isSlow ? 1 : 0;
