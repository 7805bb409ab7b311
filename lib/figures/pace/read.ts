import type { Actor } from "@/lib/access/actor";
import { readAsSystem } from "@/lib/db";
import type { OrganisationKind } from "@/lib/generated/prisma/enums";
import type { DayRange } from "../period";
import type { Stage } from "./buckets";
import { readLicence } from "./licence";
import { partsOf } from "./parts";

export type PaceRow = { i: number; stage: Stage; bucket: number; count: number };
type OfOrganisation = PaceRow & { org: string };
type OfKind = PaceRow & { kind: string };

/** $1 to $4: the parts of all ranges with the place of their range. */
const parts = "unnest($1::int[], $2::text[], $3::date[], $4::date[]) as p(i, grain, since, until)";
const ofParts = (ranges: readonly DayRange[]) => {
  const all = ranges.flatMap((range, i) => partsOf(range).map((part) => ({ i, ...part })));
  return [
    all.map(({ i }) => i),
    all.map(({ grain }) => grain),
    all.map(({ from }) => from),
    all.map(({ to }) => to),
  ];
};

/** What is added up for each organisation, or each kind: its column where things are counted, and where they run. */
const columns = {
  org: { counted: "addressee_org_id", running: "d.owner_org_id" },
  kind: { counted: "kind_code", running: "coalesce(d.kind_code, '')" },
};
/**
 * The sums (`f`) within each part, and of single rows (`d`) what is not folded yet and who is silent. Who has not answered and is late
 * counts as late on the day the limit ended, since silence is not better than a late answer; it is read as it stands, for nothing has
 * ended yet (index deadline_running_due). `rows` is told where a row has its organisation. No column is read that is not added up by:
 * the planner would walk each branch once more.
 */
const addedUp = (by: keyof typeof columns, sums: string, rows: (org: string) => string) => `
  select p.i, x.${by}, x.stage, x.bucket::int, sum(x.count)::int as count from ${parts} cross join lateral (
    select f.${columns[by].counted} as ${by}, f.stage, f.bucket, f.count from pace_sum f
      where f.grain = p.grain and f.day between p.since and p.until and ${sums}
    union all
    select d.${columns[by].counted}, d.stage, d.bucket, d.count from pace_delta d
      where d.day between p.since and p.until and ${rows(`d.${columns.org.counted}`)}
    union all
    select ${columns[by].running}, 'judged', 0::smallint, 1 from deadline d
      where d.subject = 'ANSWER' and d.state = 'running' and d.due_at < now() and not d.restricted and d.request_id is not null
        and d.due_at >= p.since::timestamp at time zone 'Asia/Ho_Chi_Minh' and d.due_at < (p.until + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh'
        and ${rows(columns.org.running)}
  ) x group by 1, 2, 3, 4 having sum(x.count) > 0`;

/** $5 scopes, $6 kind, $7 provinces, $8 kind of the single rows. */
const byOrganisation = addedUp(
  "org",
  "f.scope = any($5) and ($6::text is null or f.kind_code = $6)",
  () => "($7::text[] is null or d.province_code = any($7)) and ($8::text is null or d.kind_code = $8)",
);
/** $5 the organisation. */
const ofOneByKind = addedUp(
  "kind",
  "f.addressee_org_id = $5 and f.scope = 'vn' and f.kind_code <> ''",
  (org) => `${org} = $5`,
);

/** The scopes whose sums are all of the reader's provinces: the fewest there are. */
function fewest(actor: Actor, known: readonly string[], kindCode: string | null): Scopes {
  if (known.includes("vn")) return { scopes: ["vn"], kind: kindCode ?? "" };
  const regions = known.filter((scope) => scope.startsWith("region-"));
  // A region's sums know no kinds, and may be less than what is read.
  if (kindCode === null && regions.length === 1 && actor.orgKind === "state_bank_branch")
    return { scopes: regions, kind: "" };
  return { scopes: known.filter((scope) => !scope.startsWith("region-")), kind: kindCode };
}
type Scopes = { scopes: readonly string[]; kind: string | null };

/** How organisations answered the reader's provinces within each range of local days. */
export async function readByOrganisation(
  actor: Actor,
  ranges: readonly DayRange[],
  kindCode: string | null,
): Promise<OfOrganisation[]> {
  const { scopes: known } = await readLicence(actor);
  if (known.length === 0) return [];
  const { scopes, kind } = fewest(actor, known, kindCode);
  return readAsSystem<OfOrganisation>({
    name: "pace_by_organisation",
    text: byOrganisation,
    values: [...ofParts(ranges), scopes, kind, known, kindCode],
  });
}

/** How the acting organisation answered everybody, by kind. */
export async function readOwn(actor: Actor, ranges: readonly DayRange[]): Promise<OfKind[]> {
  const { desk } = await readLicence(actor);
  if (!desk) return [];
  return readAsSystem<OfKind>({
    name: "pace_own",
    text: ofOneByKind,
    values: [...ofParts(ranges), desk],
  });
}

/**
 * How organisations of a kind answered, all of them, for a comparison without names. Through the narrow door: an organisation reads
 * nobody's line but its own, and what is made of these is a middle of five or more (lib/league/peers.ts).
 */
export function readPeers(orgKind: OrganisationKind, range: DayRange): Promise<OfOrganisation[]> {
  return readAsSystem<OfOrganisation>({
    name: "pace_peers",
    text: `select x.* from (${byOrganisation}) x join organisation o on o.id = x.org where o.kind = $9::organisation_kind`,
    values: [...ofParts([range]), ["vn"], "", null, null, orgKind],
  });
}
