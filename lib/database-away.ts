const codes =
  /^(08|25P03|40|53|55P03|57014|57P|P1|P2024|P2028|P2034|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT)/;
/** What `pg` and lib/db.ts say without a code: no connection was free in time, or it was lost on the way. */
const words =
  /timeout exceeded when trying to connect|connection terminated|client has encountered a connection error|the transaction is over/i;

export const codeOf = (error: unknown): string => String((error as { code?: unknown } | null)?.code ?? "");

/**
 * No connection, no resources, a shutdown, a deadlock, a wait that was over: nothing was done, and the next try may do better. By
 * PostgreSQL's classes 08, 25P03, 40, 53, 55P03 and 57, and Prisma's codes for the same.
 */
export const isDatabaseAway = (error: unknown): boolean =>
  codes.test(codeOf(error)) || (error instanceof Error && codeOf(error) === "" && words.test(error.message));
