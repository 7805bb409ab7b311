import { readFileSync } from "node:fs";
import { expect, it, vi } from "vitest";
import { inspectAside } from "@/lib/files/inspect-aside";
import { officeFile, sheetParts } from "@/prisma/factories/office-file";
import { sheetsAside } from "./sheets-aside";

// A thread that was ended begins anew, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });
vi.mock("@/lib/log", () => ({ log: { warn: () => undefined } }));

const everything = "A1:XFD1048576";
const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>x</t></is></c></row>';
const book = (behind: string, names = "") => officeFile(sheetParts(cell, behind, names));
const merged = (range: string) => `<mergeCells count="1"><mergeCell ref="${range}"/></mergeCells>`;
const choices = (range: string) =>
  `<dataValidations count="1"><dataValidation type="list" sqref="${range}"><formula1>"a,b"</formula1></dataValidation></dataValidations>`;
const named = (range: string) =>
  `<definedNames><definedName name="n">S!${range}</definedName></definedNames>`;

/** Milliseconds of a processor's time that this thread itself took, which a busy machine does not change. */
const worked = () => Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]) / 1e6;
async function ownWork<Done>(done: () => Promise<Done>): Promise<[Done, number]> {
  const begun = worked();
  const answer = await done();
  return [answer, worked() - begun];
}
const x = { ok: true, sheets: [{ name: "S", rows: [{ number: 1, cells: ["x"] }] }] };

it.each([
  ["choices over every cell there is", book(choices(everything)), x],
  ["a million cells of choices", book(choices("A1:CV10000")), x],
  ["a name for every cell there is", book("", named("$A$1:$XFD$1048576")), x],
  ["every cell there is as one", book(merged(everything)), { ok: false, code: "merged" }],
  ["a million cells as one", book(merged("A1:CV10000")), { ok: false, code: "merged" }],
  ["a million cells as one, from behind", book(merged("CV10000:A1")), { ok: false, code: "merged" }],
  ["columns without end", book('<cols><col min="900000000" max="999999999" width="1"/></cols>'), x],
  [
    "a row far below",
    officeFile(sheetParts(cell.replace('r="1"', 'r="999999999"'))),
    { ok: true, sheets: [{ name: "S", rows: [] }] },
  ],
])("%s holds nobody up", async (_, bytes, expected) => {
  expect(bytes.length).toBeLessThan(10_000);
  await sheetsAside("warm.csv", Buffer.from("1;2"), 10);
  const [answer, ms] = await ownWork(() => sheetsAside("a.xlsx", bytes, 10));
  expect(answer).toEqual(expected);
  expect(ms).toBeLessThan(100);
});

it("a workbook that is not read in time is given up, and the next one is read", async () => {
  const rows = Array.from(
    { length: 5_000 },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}"><v>${at}</v></c></row>`,
  );
  const bytes = officeFile(sheetParts(rows.join("")));
  expect(await sheetsAside("a.xlsx", bytes, 10, 0)).toEqual({ ok: false, code: "unexamined" });
  expect(await sheetsAside("a.xlsx", bytes, 2)).toMatchObject({ ok: true });
});

it("a long text that two thousand cells share is not handed over", async () => {
  const text = { name: "xl/sharedStrings.xml", body: `<sst><si><t>${"ab".repeat(16_000)}</t></si></sst>` };
  const rows = Array.from(
    { length: 2_000 },
    (_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>0</v></c></row>`,
  );
  const [answer, ms] = await ownWork(() =>
    sheetsAside("a.xlsx", officeFile([text, ...sheetParts(rows.join(""))]), 2_000),
  );
  expect(answer).toEqual({ ok: false, code: "unexamined" });
  expect(ms).toBeLessThan(100);
});

it.each([
  ["pictures of nothing", { name: "xl/media/image1.png", body: Buffer.alloc(80 * 1024 * 1024) }],
  ["what nobody reads", { name: "xl/anything.bin", body: Buffer.alloc(20 * 1024 * 1024) }],
])("%s are counted with the rest, and no part of them is read", async (_, part) => {
  const bytes = officeFile([...sheetParts(cell), part]);
  const [answers, ms] = await ownWork(() =>
    Promise.all([inspectAside("a.xlsx", bytes), sheetsAside("a.xlsx", bytes, 10)]),
  );
  expect(answers).toEqual([
    { ok: false, code: "unexamined" },
    { ok: false, code: "unexamined" },
  ]);
  expect(ms).toBeLessThan(100);
});
