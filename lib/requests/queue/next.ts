import type { QueueRow } from "./types";

type Row = Pick<QueueRow, "id" | "pausedAt" | "answeredAt" | "assignee" | "answering">;

/**
 * What opens by itself after the request `openId` is answered, from the rows of a page in their order (by time left): first what
 * is mine, then what nobody has; never what a colleague has or is answering, nor what waits for the police.
 */
export function nextToAnswer<R extends Row>(rows: readonly R[], openId: string | undefined): R | null {
  const free = rows.filter(
    ({ id, pausedAt, answeredAt, answering }) =>
      id !== openId && pausedAt === null && answeredAt === null && (answering === null || answering.mine),
  );
  return (
    free.find(({ assignee }) => assignee?.mine) ?? free.find(({ assignee }) => assignee === null) ?? null
  );
}
