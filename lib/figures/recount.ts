import { statement, type Tx } from "@/lib/db";
import { noOrganisation } from "./fold";
import { ofOneCase } from "./from-records";

const columns =
  "day, province_code, requester_org_id, addressee_org_id, kind_code, measure, case_id, count, amount";
const append = `insert into figure_delta (${columns})`;
const none = `'${noOrganisation}'::uuid`;

/** What the counters hold of a case ($1), folded or not, with the opposite sign: nothing of it is left on any day. */
const takeOffSql = `${append} select day, province_code, requester_org_id, nullif(addressee_org_id, ${none}), nullif(kind_code, ''), measure, case_id,
    -sum(count)::int, -sum(amount)::bigint
  from (
    select ${columns} from figure_day where case_id = $1::uuid
    union all select day, province_code, requester_org_id, coalesce(addressee_org_id, ${none}), coalesce(kind_code, ''), measure, case_id, count, amount
      from figure_delta where case_id = $1::uuid
  ) held group by 1, 2, 3, 4, 5, 6, 7 having sum(count) <> 0 or sum(amount) <> 0`;
const countAgainSql = `${append} ${ofOneCase} select day, province_code, requester_org_id, nullif(addressee_org_id, ${none}), nullif(kind_code, ''), measure,
    case_id, count, amount from fresh`;

/**
 * Takes everything that a case has been counted for off the counters of its days, or counts it there again from its records, in the
 * transaction that restricts or opens it. Called once its requests are sealed: who was answering one of them has finished by then,
 * and who comes later finds it sealed. Like a rebuild, counting again takes a corrected answer to the day of its last word.
 */
export async function recountCase(tx: Tx, caseId: string, how: "take off" | "count again"): Promise<void> {
  await statement(tx, how === "take off" ? takeOffSql : countAgainSql, [caseId]);
}
