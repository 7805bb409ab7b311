import { actsAt } from "@/lib/access/acts-at";
import { statement, type Tx } from "@/lib/db";
import type { Role } from "@/lib/generated/prisma/enums";

/** Memberships that are in force now, of people who are not suspended, with one of the roles in one of the organisations. */
export async function membersWith(
  tx: Tx,
  {
    orgIds,
    roles,
    sealedTo = [],
  }: { orgIds: readonly string[]; roles: readonly Role[]; sealedTo?: readonly string[] },
): Promise<string[]> {
  const { rows } = await statement<{ id: string }>(
    tx,
    `select m.id from membership m where m.organisation_id = any($1::uuid[]) and m.roles && $2::role[] and ${actsAt("m")}
        and (cardinality($3::uuid[]) = 0 or m.id = any($3::uuid[])) order by m.id`,
    [[...orgIds], [...roles], [...sealedTo]],
  );
  return rows.map(({ id }) => id);
}
