import { initiated } from "@/lib/cases/lifecycle";
import { dayOf } from "@/lib/day";
import { statement, type Tx } from "@/lib/db";
import { Problem } from "@/lib/errors";
import type { CaseStatus } from "@/lib/generated/prisma/enums";

/** What the law of a day says of a request kind: its row of the register, which an administrator keeps. */
export type KindInForce = {
  stage: string;
  signerTitles: string[];
  /** None: the register knows no basis, and the drafter states one. */
  legalBases: string[];
  /** The unit has still to confirm what the register says of it. */
  verify: boolean;
  /** The addressees as the register words them: bank, isp, registrar, … */
  addressees: string[];
};

/** The rows of these kinds that hold on the Vietnamese day of `at`, by code; a kind without one may not be used then. */
export async function kindsInForce(
  tx: Tx,
  codes: readonly string[],
  at: Date,
): Promise<Map<string, KindInForce>> {
  const { rows } = await statement<KindInForce & { code: string }>(
    tx,
    `select distinct on (code) code, stage, signer_titles as "signerTitles", legal_bases as "legalBases", verify, addressees from request_kind
      where code = any($1) and valid_from <= $2 and (valid_to is null or valid_to > $2) order by code, valid_from desc`,
    [codes, dayOf(at)],
  );
  return new Map(rows.map(({ code, ...row }) => [code, row]));
}

/** A coercive measure waits for the decision to initiate the case (Criminal Procedure Code art. 129, 143). */
export const isStageReached = (stage: string, status: CaseStatus): boolean =>
  !stage.startsWith("after-initiation") || initiated.includes(status);

/** Without titles in its row a kind is any commander's to sign. */
export const maySignAs = (row: KindInForce, signerTitle: string | null): boolean =>
  row.signerTitles.length === 0 || (signerTitle !== null && row.signerTitles.includes(signerTitle));

/**
 * A request that may go out now: its kind is in force and its case far enough. Asked when it is handed to the signer and again
 * when it is signed, for days may lie between.
 * @throws Problem "not-now".
 */
export async function assertIssuable(
  tx: Tx,
  request: { kindCode: string; caseId: string; parentId?: string | null },
  now: Date,
): Promise<KindInForce> {
  const row = (await kindsInForce(tx, [request.kindCode], now)).get(request.kindCode);
  const { rows } = await statement<{ status: CaseStatus }>(
    tx,
    "select status from fraud_case where id = $1",
    [request.caseId],
  );
  if (!row || !rows[0]) throw new Problem("not-now");
  if (!isStageReached(row.stage, rows[0].status) && !(await liftsAsEarly(tx, request, rows[0].status, now)))
    throw new Problem("not-now");
  return row;
}

/** What was put on before a case was initiated may be taken off before it too: the order that is lifted says how early. */
async function liftsAsEarly(
  tx: Tx,
  { kindCode, parentId }: { kindCode: string; parentId?: string | null },
  status: CaseStatus,
  now: Date,
): Promise<boolean> {
  if (kindCode !== "ACCOUNT_UNFREEZE" || !parentId) return false;
  const { rows } = await statement<{ kindCode: string }>(
    tx,
    'select kind_code as "kindCode" from request where id = $1',
    [parentId],
  );
  const parent = rows[0] && (await kindsInForce(tx, [rows[0].kindCode], now)).get(rows[0].kindCode);
  return parent !== undefined && isStageReached(parent.stage, status);
}
