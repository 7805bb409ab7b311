import { statement, type Tx } from "@/lib/db";
import { noOrganisation } from "./fold";
import { ofOneCase } from "./from-records";

const appendSql = `insert into figure_delta (day, province_code, requester_org_id, addressee_org_id, kind_code, measure, case_id, count, amount)
  ${ofOneCase} select day, province_code, requester_org_id, nullif(addressee_org_id, '${noOrganisation}'), nullif(kind_code, ''), measure, case_id,
    count * $2::int, amount * $2::int from fresh`;

/**
 * Takes everything that a case has been counted for off the counters of its days, or counts it there again, in the transaction
 * that restricts or opens it. Called once its requests are sealed: who was answering one of them has finished by then, and who
 * comes later finds it sealed. Like a rebuild it takes a corrected answer to the day of its last word.
 */
export async function recountCase(tx: Tx, caseId: string, how: "take off" | "count again"): Promise<void> {
  await statement(tx, appendSql, [caseId, how === "take off" ? -1 : 1]);
}
