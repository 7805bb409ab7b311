import type { ActionResult } from "@/lib/action";
import type { ChangedBy, ProblemCode } from "@/lib/errors";
import { type BulkAct, mostPerCall } from "@/lib/requests/bulk/schema";
import type { BulkRow } from "@/lib/requests/bulk/types";

type Row = { requestId: string; version: number; code: string; membershipId?: string | null };
/** One wish for many rows; `isUndo` takes back what was just given. */
export type Batch = { act: BulkAct; rows: readonly Row[]; isUndo?: boolean };
export type Done = Extract<BulkRow, { done: true }> & { code: string };
/** A row that was left out, with the reason; of a call that did not arrive, all its rows. */
export type Stopped = {
  requestId: string;
  code: string;
  why: ProblemCode | "notOverdue" | "tooSoon";
  by?: ChangedBy;
  /** The colleague whose it is. */
  holder?: string;
};
type Send = (input: unknown) => Promise<ActionResult<BulkRow[]>>;

/** Sends a batch in calls of fifty rows at most, telling after each how many are behind it. A call is tried once more with its own key. */
export async function runBatch(
  send: Send,
  { act, rows }: Batch,
  onProgress: (count: number) => void,
  newKey: () => string = () => crypto.randomUUID(),
): Promise<{ done: Done[]; left: Stopped[] }> {
  const done: Done[] = [];
  const left: Stopped[] = [];
  for (let from = 0; from < rows.length; from += mostPerCall) {
    const part = rows.slice(from, from + mostPerCall);
    const codes = new Map(part.map(({ requestId, code }) => [requestId, code]));
    const input = { key: newKey(), act, rows: part.map(({ code: _code, ...row }) => row) };
    const result = (await send(input).catch(() => null)) ?? (await send(input).catch(() => null)); // the same key: no row is done twice
    if (result?.ok)
      for (const row of result.data) {
        const code = codes.get(row.requestId) ?? "";
        if (row.done) done.push({ ...row, code });
        else left.push({ ...row, code });
      }
    else
      left.push(
        ...part.map(({ requestId, code }) => ({
          requestId,
          code,
          why: result?.code ?? ("unreachable" as const),
        })),
      );
    onProgress(Math.min(rows.length, from + part.length));
  }
  return { done, left };
}
