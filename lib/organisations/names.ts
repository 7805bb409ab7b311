import { statement, type Tx } from "@/lib/db";
import type { OrganisationKind } from "@/lib/generated/prisma/enums";

export type NamedOrganisation = {
  id: string;
  shortName: string;
  kind: OrganisationKind;
  onPortal: boolean;
  dutyPhone: string | null;
};

/** Each once, and none of those that are not there. */
const wanted = (ids: readonly (string | null)[]) => [...new Set(ids.filter((id) => id !== null))];

/** Organisations by id, with what a line about them shows. */
export async function organisationsOf(
  tx: Tx,
  ids: readonly (string | null)[],
): Promise<Map<string, NamedOrganisation>> {
  const known = wanted(ids);
  if (known.length === 0) return new Map();
  const { rows } = await statement<NamedOrganisation>(
    tx,
    `select id, short_name as "shortName", kind, on_portal as "onPortal", duty_phone as "dutyPhone" from organisation where id = any($1::uuid[])`,
    [known],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

type Named = { id: string; name: string; rank: string | null };

/** Names of persons by id, with their rank in front as officers are called. */
export async function peopleOf(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  return new Map((await namedBy(tx, ids)).map(({ id, name, rank }) => [id, rank ? `${rank} ${name}` : name]));
}

/** Names of persons by id, without their rank: as colleagues and the other side call them. */
export async function namesOf(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  return new Map((await namedBy(tx, ids)).map(({ id, name }) => [id, name]));
}

async function namedBy(tx: Tx, ids: readonly (string | null)[]): Promise<Named[]> {
  const known = wanted(ids);
  if (known.length === 0) return [];
  const text = "select id, full_name as name, rank from person where id = any($1::uuid[])";
  return (await statement<Named>(tx, text, [known])).rows;
}

/** Names of whoever holds these memberships. */
export async function holdersOf(tx: Tx, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = wanted(ids);
  if (known.length === 0) return new Map();
  const { rows } = await statement<{ id: string; name: string }>(
    tx,
    "select m.id, p.full_name as name from membership m join person p on p.id = m.user_id where m.id = any($1::uuid[])",
    [known],
  );
  return new Map(rows.map(({ id, name }) => [id, name]));
}
