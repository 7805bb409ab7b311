import type { Actor } from "@/lib/access/actor";
import { readAsSystem } from "@/lib/db";
import type { DayRange } from "../period";
import { readLicence } from "./licence";

export type Known = { org: string; kind: string; urgency: string; bucket: number; count: number };

const sums =
  "select f.addressee_org_id as org, f.kind_code as kind, f.urgency, f.bucket::int, sum(f.count)::int as count from pace_sum f";
const of = "f.grain = 'day' and f.day between $1 and $2 and f.stage = 'answered' and f.kind_code <> ''";

/**
 * How long answers took on these days, by organisation, kind and urgency: a desk's own to everybody, for police those to their
 * provinces. For a prediction alone: what is made of fewer than twenty tells nothing (predict.ts) and is shown to nobody.
 */
export async function readKnown(
  actor: Actor,
  side: "desk" | "unit",
  { from, to }: DayRange,
): Promise<Known[]> {
  const { desk, waits } = await readLicence(actor);
  if (side === "unit")
    return readAsSystem<Known>({
      name: "at_risk_known_unit",
      text: `${sums} where f.scope = any($3) and ${of} group by 1, 2, 3, 4 having sum(f.count) > 0`,
      values: [from, to, waits],
    });
  return readAsSystem<Known>({
    name: "at_risk_known_desk",
    text: `${sums} where f.addressee_org_id = $3::uuid and f.scope = 'vn' and ${of} group by 1, 2, 3, 4 having sum(f.count) > 0`,
    values: [from, to, desk],
  });
}
