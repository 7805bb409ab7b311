import { createHash } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { type Act, record } from "@/lib/audit/record";
import { statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { assertMayTakeList } from "./hourly-limit";
import { type ExportMark, rowsWithoutReason } from "./types";

export type ExportWhat = {
  /** What it is: `letter_pdf`, `trail_xlsx`. Words are `exports.kinds.<kind>`. */
  kind: string;
  /** Records that leave with it. */
  rows: number;
  reason?: string;
  caseId?: string;
  requestId?: string;
};
/** What the event says beside it, as for every act on the case or the request (`aboutRequest`, `aboutCase`). */
export type ExportAbout = Partial<Omit<Act, "type" | "reason" | "changes" | "shared">>;

/**
 * Gives an export its number before its bytes are made, because they carry it. In the same transaction `sealExport` has to follow,
 * or the commit fails: no number without bytes, no bytes without a line in the record.
 * @throws Problem "invalid" at `reason` when more than 500 rows would leave without one; "too-many" beyond ten lists an hour.
 */
export async function recordExport(tx: Tx, actor: Actor, what: ExportWhat): Promise<ExportMark> {
  const reason = what.reason?.trim() || null;
  if (what.rows > rowsWithoutReason && !reason)
    throw new Problem("invalid", { fields: { reason: "required" } });
  await assertMayTakeList(tx, actor, what.kind);
  const { rows } = await statement<{ id: string; number: string; madeAt: Date }>(
    tx,
    `insert into export_record (kind, organisation_id, membership_id, user_id, province_code, row_count, reason, case_id, request_id)
      values ($1, $2, $3, $4, $5, $6, $7, $8, $9) returning id, number, made_at as "madeAt"`,
    [
      what.kind,
      actor.orgId,
      actor.membershipId,
      actor.userId,
      actor.provinceCode,
      what.rows,
      reason,
      what.caseId ?? null,
      what.requestId ?? null,
    ],
  );
  const madeBy = [actor.rank, actor.name].filter(Boolean).join(" ");
  return { ...rows[0]!, madeBy, orgName: actor.orgName };
}

/** Sets the mark of the bytes, once, and writes `export.made` into the record. Returns the SHA-256 in hex. */
export async function sealExport(
  tx: Tx,
  actor: Actor,
  mark: ExportMark,
  what: ExportWhat,
  bytes: Uint8Array,
  about: ExportAbout = {},
): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const { count } = await statement(tx, "update export_record set sha256 = $2 where id = $1", [
    mark.id,
    sha256,
  ]);
  if (count !== 1) throw new Error("the export was sealed before, or is not this actor's");
  await record(tx, actor, {
    caseId: what.caseId,
    requestId: what.requestId,
    ...about,
    type: "export.made",
    subjectType: "export",
    subjectId: mark.id,
    reason: what.reason?.trim() || undefined,
    changes: { number: mark.number, export: what.kind, rows: what.rows, sha256 },
  });
  return sha256;
}

/** Both in one: number, bytes made with it, mark, record. `make` may give more than the bytes along. */
export async function exported<Made extends { bytes: Buffer }>(
  tx: Tx,
  actor: Actor,
  what: ExportWhat,
  about: ExportAbout,
  make: (mark: ExportMark) => Promise<Made>,
): Promise<Made & { mark: ExportMark }> {
  const mark = await recordExport(tx, actor, what);
  const made = await make(mark);
  await sealExport(tx, actor, mark, what, made.bytes, about);
  return { ...made, mark };
}
