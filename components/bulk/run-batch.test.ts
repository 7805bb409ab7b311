import { expect, it } from "vitest";
import type { BulkRow } from "@/lib/requests/bulk/types";
import { runBatch } from "./run-batch";

const rows = Array.from({ length: 120 }, (_, at) => ({ requestId: `r${at}`, version: 1, code: `YC-${at}` }));
type Input = { key: string; rows: { requestId: string }[] };
const answer = (input: unknown): BulkRow[] =>
  (input as Input).rows.map(({ requestId }) =>
    requestId === "r7"
      ? { requestId, done: false, why: "tooSoon" }
      : { requestId, done: true, version: 2, before: null },
  );

it("sends fifty at a time, says how far it is and why a row was left out", async () => {
  const sent: Input[] = [];
  const told: number[] = [];
  const result = await runBatch(
    async (input) => {
      sent.push(input as Input);
      return { ok: true, data: answer(input) };
    },
    { act: "remind", rows },
    (count) => told.push(count),
  );
  expect(sent.map((each) => each.rows.length)).toEqual([50, 50, 20]);
  expect(new Set(sent.map(({ key }) => key)).size).toBe(3);
  expect(JSON.stringify(sent)).not.toContain("YC-");
  expect(told).toEqual([50, 100, 120]);
  expect(result.done).toHaveLength(119);
  expect(result.left).toEqual([{ requestId: "r7", done: false, why: "tooSoon", code: "YC-7" }]);
});

it("tries a call that did not arrive once more with the same key, and leaves its rows when it does not arrive again", async () => {
  const keys: string[] = [];
  const result = await runBatch(
    async (input) => {
      keys.push((input as Input).key);
      if (keys.length !== 3) throw new Error("offline");
      return { ok: true, data: answer(input) };
    },
    { act: "accept", rows: rows.slice(0, 60) },
    () => undefined,
  );
  expect(keys[0]).toBe(keys[1]);
  expect(result.left).toHaveLength(50);
  expect(result.left[0]).toMatchObject({ why: "unreachable" });
  expect(result.done).toHaveLength(10);
});
