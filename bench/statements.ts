import pg from "pg";

/** `answer` is what `pg` gave back, a promise of rows. */
export type Statement = { text: string; values: unknown[]; answer: unknown };

/** Takes note of every statement that `run` really sends, in order. Nothing else may run meanwhile. */
export async function statementsOf(run: () => Promise<unknown>): Promise<Statement[]> {
  const seen: Statement[] = [];
  const original = pg.Client.prototype.query;
  pg.Client.prototype.query = function (this: pg.Client, ...args: unknown[]) {
    const [first, second] = args;
    const text = typeof first === "string" ? first : (first as { text?: string } | null)?.text;
    const answer = (original as (...all: unknown[]) => unknown).apply(this, args);
    if (text)
      seen.push({
        text,
        answer,
        values:
          (typeof first === "string" ? (second as unknown[]) : (first as { values?: unknown[] }).values) ??
          [],
      });
    return answer;
  } as typeof original;
  try {
    await run();
  } finally {
    pg.Client.prototype.query = original;
  }
  return seen;
}
