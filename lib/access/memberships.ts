import { readSession } from "@/lib/db";
import type { Role } from "@/lib/generated/prisma/enums";

export type OwnMembership = { id: string; organisation: string; roles: Role[]; title: string | null };

/** The memberships a person may act in today, oldest first. Every page asks: one prepared statement. */
export function ownMemberships(userId: string): Promise<OwnMembership[]> {
  return readSession<OwnMembership>({
    name: "own_memberships",
    text: `select m.id, o.short_name as organisation, m.roles::text[] as roles, m.title
      from membership m join organisation o on o.id = m.organisation_id
      where m.user_id = $1 and m.valid_from <= now() and (m.valid_to is null or m.valid_to > now())
      order by m.valid_from, m.id`,
    values: [userId],
  });
}
