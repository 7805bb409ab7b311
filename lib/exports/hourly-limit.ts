import type { Actor } from "@/lib/access/actor";
import { record } from "@/lib/audit/record";
import { asActor, statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { mostAnHour } from "./types";

/**
 * Kinds of files that hold many records. Of these a person takes ten an hour (quality B7); a letter, minutes, a decision are of one record each
 * and are not counted. The trigger export_hourly_limit() says the same.
 */
export const countedKinds: readonly string[] = [
  "holds_xlsx",
  "requests_xlsx",
  "trail_png",
  "trail_svg",
  "trail_xlsx",
];

/** Nothing leaves until then. */
export class TooManyExports extends Problem {
  constructor(
    readonly kind: string,
    /** When the next may be taken, UTC. */
    readonly againAt: Date,
  ) {
    super("too-many");
  }
}

/** When this person may take the next list out, UTC; null for now. */
export async function nextListAt(tx: Tx, actor: Actor): Promise<Date | null> {
  const { rows } = await statement<{ taken: number; againAt: Date | null }>(
    tx,
    `select count(*)::int as taken, min(made_at) + interval '1 hour' as "againAt" from export_record
      where user_id = $1 and kind = any($2::text[]) and made_at > clock_timestamp() - interval '1 hour'`,
    [actor.userId, countedKinds],
  );
  const { taken, againAt } = rows[0]!;
  return taken >= mostAnHour ? againAt : null;
}

/** One list after the other, so that two at once are not both the tenth. @throws TooManyExports beyond ten an hour. */
export async function assertMayTakeList(tx: Tx, actor: Actor, kind: string): Promise<void> {
  if (!countedKinds.includes(kind)) return;
  await statement(tx, "select pg_advisory_xact_lock(hashtextextended('export:' || $1, 0))", [actor.userId]);
  const againAt = await nextListAt(tx, actor);
  if (againAt) throw new TooManyExports(kind, againAt);
}

/** What an address answers then, after the act is undone: 429 with `Retry-After`, and a line in the record. Null for any other refusal. */
export async function answerTooMany(actor: Actor, error: unknown): Promise<Response | null> {
  if (!(error instanceof TooManyExports)) return null;
  const { kind, againAt, code } = error;
  await asActor(actor, (tx) =>
    record(tx, actor, {
      type: "export.refused",
      subjectType: "export",
      changes: { export: kind },
    }),
  );
  const seconds = Math.max(1, Math.ceil((againAt.getTime() - Date.now()) / 1_000));
  return Response.json({ ok: false, code }, { status: 429, headers: { "retry-after": String(seconds) } });
}
