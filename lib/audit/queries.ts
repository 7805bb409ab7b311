import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { asActor, readAsActor } from "@/lib/db";
import { addDays, startOf } from "@/lib/local-days";
import { cutPage, decodeCursor, type KeysetPage } from "@/lib/keyset";
import { organisationsOf } from "@/lib/organisations/names";
import { codesEndingIn } from "@/lib/record-code";
import { type AuditFilter, eventGroups } from "./schema";
import type { ActorChoice, EventDetail, EventRow } from "./types";

const pageSize = 50;
const edge = ["instant", "id"] as const;
type Row = {
  id: string;
  at: Date;
  type: string;
  actor_id: string | null;
  actor_name: string | null;
  organisation: string | null;
  code: string | null;
  has_reason: boolean;
};

/**
 * The record, newest first, of the auditor's province and organisation. Null when the actor may not read it.
 * Only the conditions that are asked for go into the statement, so that each has its own plan and index.
 */
export async function listEvents(actor: Actor, filter: AuditFilter): Promise<KeysetPage<EventRow> | null> {
  if (!may(actor, "audit.read")) return null;
  const values: unknown[] = [];
  const conditions: string[] = [];
  const add = (condition: (place: string) => string, ...given: unknown[]) => {
    const places = given.map((value) => `$${values.push(value)}`);
    conditions.push(condition(places.join(", ")));
  };
  add((place) => `(e.province_code = any(${place}::text[])`, actor.provinces);
  conditions[0] += ` or e.org_id = any($${values.push(actor.orgIds)}::uuid[]))`;
  if (filter.group)
    add(
      (place) => `e.type like any(${place}::text[])`,
      eventGroups[filter.group].map((start) => `${start.replaceAll("_", "\\_")}%`),
    );
  if (filter.actor) add((place) => `e.actor_id = ${place}::uuid`, filter.actor);
  if (filter.organisation) add((place) => `e.org_id = ${place}::uuid`, filter.organisation);
  if (filter.term)
    add((place) => `e.type = 'lookup.performed' and e.changes->>'term' = ${place}`, filter.term);
  if (filter.from) add((place) => `e.at >= ${place}::timestamptz`, startOf(filter.from));
  if (filter.to) add((place) => `e.at < ${place}::timestamptz`, startOf(addDays(filter.to, 1)));
  if (filter.code) {
    const codes = codesEndingIn(filter.code, await provincesOf(actor), new Date().getFullYear());
    const arms = (
      [
        ["case_id", codes.cases],
        ["request_id", codes.requests],
      ] as const
    ).flatMap(([about, given]) =>
      given.length === 0
        ? []
        : [
            `e.${about} = any(array(select n.${about} from event n where n.changes->>'code' = any($${values.push(given)}::text[]) and n.changes ? 'code' and n.${about} is not null))`,
          ],
    );
    conditions.push(`(${arms.join(" or ")})`);
  }
  const backwards = filter.before !== undefined;
  const cursor = decodeCursor(filter.before ?? filter.after, edge);
  if (cursor)
    add(
      (places) => `(e.at, e.id) ${backwards ? ">" : "<"} (${places.replace(", ", "::timestamptz, ")}::uuid)`,
      ...cursor,
    );
  const order = backwards && cursor ? "asc" : "desc";
  const text = `select e.id, e.at, e.type, e.actor_id, e.actor_name, o.short_name as organisation, e.changes->>'code' as code, e.reason is not null as has_reason
    from event e left join organisation o on o.id = e.org_id where ${conditions.join(" and ")}
    order by e.at ${order}, e.id ${order} limit ${pageSize + 1}`;
  const rows = await readAsActor<Row>(actor, { name: `audit_${shapeOf(filter)}`, text, values });
  const page = cutPage(
    rows,
    pageSize,
    { backwards: backwards && cursor !== null, fromStart: cursor === null },
    (row) => [row.at.toISOString(), row.id],
  );
  return { ...page, rows: page.rows.map(rowOf) };
}

/** The provinces whose codes an auditor may meet: those of the register, and his own should they stand in none. */
async function provincesOf(actor: Actor): Promise<string[]> {
  const rows = await readAsActor<{ code: string }>(actor, {
    name: "audit_provinces",
    text: "select code from province",
    values: [],
  });
  return [...new Set([...rows.map(({ code }) => code), ...actor.provinces])];
}

/** The same filters keep the same prepared statement. */
function shapeOf(filter: AuditFilter): string {
  const { code, after, before, ...rest } = filter;
  const cursor = decodeCursor(before ?? after, edge) ? (before === undefined ? "after" : "before") : "";
  return [
    ...Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [name])),
    code === undefined ? "" : /^(?:VV|YC)/.test(code) ? code.slice(0, 2) : "end",
    cursor,
  ].join("_");
}

const rowOf = (row: Row): EventRow => ({
  id: row.id,
  at: row.at.toISOString(),
  type: row.type,
  actorId: row.actor_id,
  actor: row.actor_name,
  organisation: row.organisation,
  code: row.code,
  hasReason: row.has_reason,
});

/** One event in full; null when there is none or it is not the actor's to read. */
export function getEvent(actor: Actor, id: string): Promise<EventDetail | null> {
  if (!may(actor, "audit.read")) return Promise.resolve(null);
  return asActor(actor, async (tx) => {
    const event = await tx.event.findFirst({
      where: { id, OR: [{ provinceCode: { in: actor.provinces } }, { orgId: { in: actor.orgIds } }] },
    });
    if (!event) return null;
    const orgs = await organisationsOf(tx, [event.orgId, event.addresseeOrgId]);
    const changes = event.changes as Record<string, unknown>;
    return {
      id: event.id,
      at: event.at.toISOString(),
      type: event.type,
      actorId: event.actorId,
      actor: event.actorName,
      organisationId: event.orgId,
      organisation: event.orgId ? (orgs.get(event.orgId)?.shortName ?? null) : null,
      addressee: event.addresseeOrgId ? (orgs.get(event.addresseeOrgId)?.shortName ?? null) : null,
      code: typeof changes.code === "string" ? changes.code : null,
      told:
        typeof changes.at === "string" && !Number.isNaN(Date.parse(changes.at))
          ? new Date(changes.at).toISOString()
          : null,
      hasReason: event.reason !== null,
      reason: event.reason,
      changes,
      restricted: event.restricted,
      stream: event.stream,
      seq: event.seq.toString(),
      prevHash: hex(event.prevHash),
      hash: hex(event.hash),
    };
  });
}

const hex = (bytes: Uint8Array | null) => (bytes ? Buffer.from(bytes).toString("hex") : null);

/** Who bears a name, accents and case aside: to filter the record by a person without a name in the address. */
export async function findActors(actor: Actor, name: string): Promise<ActorChoice[] | null> {
  if (!may(actor, "audit.read")) return null;
  return readAsActor<ActorChoice>(actor, {
    name: "audit_actors",
    text: `select distinct on (p.full_name, p.id) p.id, p.full_name as name, o.short_name as organisation
      from person p join membership m on m.user_id = p.id join organisation o on o.id = m.organisation_id
      where fold_vietnamese(p.full_name) like '%' || replace(replace(fold_vietnamese($1), '%', ''), '_', '') || '%' order by p.full_name, p.id limit 8`,
    values: [name],
  });
}

/** The name of a person whom the record is filtered by. */
export async function getActorName(actor: Actor, id: string): Promise<string | null> {
  return asActor(
    actor,
    async (tx) => (await tx.user.findUnique({ where: { id }, select: { fullName: true } }))?.fullName ?? null,
  );
}

/** Whose chains this auditor sees lines of. */
export async function visibleStreams(actor: Actor): Promise<string[]> {
  const rows = await readAsActor<{ stream: string }>(actor, {
    name: "audit_streams",
    text: "select distinct e.stream from event e where e.province_code = any($1) or e.org_id = any($2)",
    values: [actor.provinces, actor.orgIds],
  });
  return rows.map(({ stream }) => stream);
}
