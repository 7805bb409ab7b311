import { statement, type Tx } from "@/lib/db";

/** What waits for which act: delivered and not opened; handed in and not signed. */
export type Subject = "answer" | "signing";

/**
 * SQL: member `m` can do what the call about request `r` is for. An answer: whoever works at the desk. A signature: commanders who wrote
 * no version of it, and of a restricted case its members alone.
 */
export const canSql = {
  answer: "m.roles && '{liaison,liaison_manager,investigator,commander}'::role[]",
  signing: `m.roles && '{commander}'::role[] and m.user_id <> r.drafter_id and not m.user_id = any(r.editor_ids)
    and (cardinality(r.sealed_to) = 0 or m.id = any(r.sealed_to))`,
} as const satisfies Record<Subject, string>;

/** Who of a line can do what the call is for, in its order. */
export async function whoCan(
  tx: Tx,
  subject: Subject,
  requestId: string,
  line: readonly string[],
): Promise<string[]> {
  const { rows } = await statement<{ id: string }>(
    tx,
    `select m.id from membership m, request r where r.id = $1 and m.id = any($2::uuid[]) and ${canSql[subject]}`,
    [requestId, line],
  );
  const ids = new Set(rows.map(({ id }) => id));
  return line.filter((member) => ids.has(member));
}
