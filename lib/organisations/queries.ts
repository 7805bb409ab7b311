import type { Actor } from "@/lib/access/actor";
import { assertAdministers } from "@/lib/access/administer";
import { actsOn, type SubjectAct } from "@/lib/audit/subject-history";
import { asActor, readAsActor } from "@/lib/db";
import { dayOf, inForceOrLater, isoDay, todaySql } from "@/lib/day";
import type { OrganisationKind } from "@/lib/generated/prisma/enums";
import { cutPage, type KeysetPage } from "@/lib/keyset";
import { edgeId } from "./edge-id";
import { holds } from "./tree";
import type { OrganisationFilter } from "./schema";
import type { OrganisationChoice, OrganisationDetail, OrganisationRow, PlaceInTree } from "./types";

const size = 50;
type Raw = {
  id: string;
  code: string;
  kind: OrganisationKind;
  name: string;
  short_name: string;
  on_portal: boolean;
  verify: boolean;
  province: string | null;
  parent: string | null;
  members: number;
  valid_to: string | null;
};

// Vietnamese order, the id last so that the order is total; both directions are written out to keep each a prepared statement.
const listText = (forward: boolean) => `
  select o.id, o.code, o.kind::text as kind, o.name, o.short_name, o.on_portal, o.verify, p.name as province, o.valid_to::text as valid_to,
    (select u.short_name from organisation_link l join organisation u on u.id = l.parent_id
      where l.child_id = o.id and l.valid_from <= ${todaySql} and (l.valid_to is null or l.valid_to > ${todaySql}) order by l.valid_from desc limit 1) as parent,
    (select count(*)::int from membership m where m.organisation_id = o.id and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())) as members
  from organisation o left join province p on p.code = o.province_code
  where ($1 = '' or fold_vietnamese(concat_ws(' ', o.name, o.short_name, o.name_en, o.code, array_to_string(o.aliases, ' '))) like '%' || fold_vietnamese($1) || '%')
    and ($2::text is null or o.kind::text = $2) and ($3::text is null or o.province_code = $3) and ($4::boolean is null or o.on_portal = $4)
    and ($6::text is null or (o.verify and (o.valid_to is null or o.valid_to > ${todaySql})))
    and ($5::uuid is null or (o.short_name collate "vi-x-icu", o.id) ${forward ? ">" : "<"} (select e.short_name collate "vi-x-icu", e.id from organisation e where e.id = $5))
  order by o.short_name collate "vi-x-icu" ${forward ? "asc" : "desc"}, o.id ${forward ? "asc" : "desc"} limit ${size + 1}`;

/** The register of organisations by Vietnamese name, 50 a page, found without accents. @throws Problem not-allowed. */
export async function listOrganisations(
  actor: Actor,
  filter: OrganisationFilter,
): Promise<KeysetPage<OrganisationRow>> {
  assertAdministers(actor);
  const backwards = filter.before !== undefined && filter.after === undefined;
  const edge = edgeId(backwards ? filter.before : filter.after);
  const rows = await readAsActor<Raw>(actor, {
    name: backwards ? "organisations_before" : "organisations_after",
    text: listText(!backwards),
    values: [
      escapeLike(filter.q),
      filter.kind ?? null,
      filter.province ?? null,
      filter.portal ? filter.portal === "yes" : null,
      edge,
      filter.state ?? null,
    ],
  });
  return cutPage(
    rows.map((row) => ({
      id: row.id,
      code: row.code,
      kind: row.kind,
      name: row.name,
      shortName: row.short_name,
      provinceName: row.province,
      parentName: row.parent,
      onPortal: row.on_portal,
      verify: row.verify,
      members: row.members,
      validTo: row.valid_to,
    })),
    size,
    { backwards, fromStart: edge === null },
    ({ id }) => [id],
  );
}

/** A backslash, percent or underscore that somebody typed means itself. */
const escapeLike = (text: string) => text.replace(/[\\%_]/g, (sign) => `\\${sign}`);

/** Organisations by part of a name, for choosing one: at most twelve. */
export async function findOrganisations(actor: Actor, typed: string): Promise<OrganisationChoice[]> {
  assertAdministers(actor);
  if (!typed.trim()) return [];
  const rows = await readAsActor<{ id: string; name: string; short_name: string; kind: OrganisationKind }>(
    actor,
    {
      name: "organisations_choice",
      text: `select id, name, short_name, kind::text as kind from organisation
      where (valid_to is null or valid_to > ${todaySql})
        and fold_vietnamese(concat_ws(' ', name, short_name, name_en, code, array_to_string(aliases, ' '))) like '%' || fold_vietnamese($1) || '%'
      order by (fold_vietnamese($2) in (fold_vietnamese(name), fold_vietnamese(short_name))) desc, length(short_name), short_name collate "vi-x-icu", id limit 12`,
      values: [escapeLike(typed.trim()), typed.trim()],
    },
  );
  return rows.map(({ short_name: shortName, ...row }) => ({ ...row, shortName }));
}

const place = (
  organisation: { id: string; shortName: string },
  link: { id: string; validFrom: Date; validTo: Date | null },
): PlaceInTree => ({
  id: link.id,
  organisationId: organisation.id,
  name: organisation.shortName,
  validFrom: isoDay(link.validFrom),
  validTo: link.validTo ? isoDay(link.validTo) : null,
});

/** One organisation with its places in the tree, dated, and what was done to it; null when there is none. */
export function getOrganisation(
  actor: Actor,
  id: string,
): Promise<{ organisation: OrganisationDetail; acts: SubjectAct[] } | null> {
  assertAdministers(actor);
  return asActor(actor, async (tx) => {
    const found = await tx.organisation.findUnique({
      where: { id },
      include: {
        parents: {
          include: { parent: { select: { id: true, shortName: true } } },
          orderBy: { validFrom: "desc" },
        },
        children: {
          include: { child: { select: { id: true, shortName: true } } },
          where: inForceOrLater(dayOf(new Date())),
          orderBy: { validFrom: "desc" },
          take: 100,
        },
        memberships: {
          include: { user: { select: { id: true, fullName: true } } },
          where: { OR: [{ validTo: null }, { validTo: { gt: new Date() } }] },
          orderBy: { validFrom: "asc" },
          take: 100,
        },
      },
    });
    if (!found) return null;
    const province = found.provinceCode
      ? await tx.province.findUnique({ where: { code: found.provinceCode }, select: { name: true } })
      : null;
    const {
      code,
      kind,
      level,
      name,
      nameEn,
      shortName,
      aliases,
      symbol,
      specialisedCyber,
      onPortal,
      dutyPhone,
      source,
      verify,
      version,
    } = found;
    return {
      organisation: {
        id,
        code,
        kind,
        level,
        name,
        nameEn,
        shortName,
        aliases,
        symbol,
        specialisedCyber,
        onPortal,
        dutyPhone,
        source,
        verify,
        version,
        provinceName: province?.name ?? null,
        validFrom: isoDay(found.validFrom),
        validTo: found.validTo ? isoDay(found.validTo) : null,
        parents: found.parents.filter(holds).map((link) => place(link.parent, link)),
        members: found.memberships.map(({ id: membershipId, user, roles }) => ({
          id: membershipId,
          personId: user.id,
          name: user.fullName,
          roles,
        })),
        children: found.children.filter(holds).map((link) => place(link.child, link)),
      },
      acts: await actsOn(tx, actor, [{ type: "organisation", ids: [id] }]),
    };
  });
}

/** Provinces for a filter or a form, in Vietnamese order. */
export function listProvinces(actor: Actor): Promise<{ code: string; name: string }[]> {
  return asActor(actor, async (tx) => {
    const rows = await tx.province.findMany({ select: { code: true, name: true } });
    return rows.sort((a, b) => a.name.localeCompare(b.name, "vi"));
  });
}
