import { openTotp, currentCode } from "@/lib/access/totp";
import { startSession } from "@/lib/access/sessions";
import { asSystem } from "@/lib/db";
import { env, isDemo } from "@/lib/env";
import { Problem } from "@/lib/errors";
import { demoPeople as listed } from "@/prisma/seed/people";
import type { Role } from "@/lib/generated/prisma/enums";

/** People of the demonstration alone: their addresses end like this, and no real one does. */
const domain = "@lachan.example";
export type DemoPerson = { email: string; name: string; organisation: string; roles: Role[]; code: string };

/** Outside the demonstration none of this exists. @throws Problem "not-found" */
function onlyInDemo(): void {
  if (!isDemo()) throw new Problem("not-found");
}

/** Everybody who may be tried with one click, and the code their app shows at `now` (milliseconds since 1970). */
export async function demoPeople(): Promise<{ people: DemoPerson[]; password: string; now: number }> {
  onlyInDemo();
  const now = Date.now();
  const people = await asSystem(async (tx) => {
    const users = await tx.user.findMany({
      where: { email: { endsWith: domain } },
      orderBy: { id: "asc" },
      select: {
        id: true,
        email: true,
        fullName: true,
        memberships: {
          select: { roles: true, organisation: { select: { shortName: true } } },
          orderBy: { validFrom: "asc" },
          take: 1,
        },
      },
    });
    const credentials = await tx.credential.findMany({
      where: { userId: { in: users.map(({ id }) => id) } },
    });
    const secretOf = new Map(credentials.map(({ userId, totpSecret }) => [userId, totpSecret]));
    return users.flatMap(({ id, email, fullName, memberships: [membership] }) => {
      const sealed = secretOf.get(id);
      if (!membership || !sealed) return [];
      return [
        {
          email,
          name: fullName,
          organisation: membership.organisation.shortName,
          roles: membership.roles,
          code: currentCode(openTotp(id, sealed), now),
        },
      ];
    });
  });
  return { people: people.sort(asListed), password: env().demoPassword, now };
}

// Those with a story of their own first, in the order the seed tells it.
const order = new Map(listed.map(({ email }, index) => [email, index]));
const asListed = (a: DemoPerson, b: DemoPerson) => (order.get(a.email) ?? 999) - (order.get(b.email) ?? 999);

/** Signs a demo person in at once, second factor included. Real people never pass here. @throws Problem "not-found" */
export async function enterAsDemoPerson(email: string, device: string | null): Promise<string> {
  onlyInDemo();
  if (!email.endsWith(domain)) throw new Problem("not-found");
  return asSystem(async (tx) => {
    const user = await tx.user.findUnique({
      where: { email },
      select: { id: true, memberships: { select: { id: true }, orderBy: { validFrom: "asc" }, take: 1 } },
    });
    if (!user?.memberships[0]) throw new Problem("not-found");
    return startSession(tx, {
      userId: user.id,
      membershipId: user.memberships[0].id,
      secondFactorAt: new Date(),
      device,
      addressHint: null,
    });
  });
}

/** The code that this person's app would show now: so that signing can be tried without a telephone. */
export async function demoCodeOf(userId: string): Promise<string | null> {
  onlyInDemo();
  const credential = await asSystem((tx) => tx.credential.findUnique({ where: { userId } }));
  const user = await asSystem((tx) => tx.user.findUnique({ where: { id: userId }, select: { email: true } }));
  return credential?.totpSecret && user?.email.endsWith(domain)
    ? currentCode(openTotp(userId, credential.totpSecret))
    : null;
}
