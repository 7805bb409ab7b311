import type { Prisma } from "@/lib/generated/prisma/client";
import type { Role } from "@/lib/generated/prisma/enums";
import { env } from "@/lib/env";
import type { Actor } from "./actor";
import { casePolicy, type CasePermission, type Reach, requestPolicy, type RequestPermission } from "./policy";

type Where = Prisma.RequestWhereInput;
// Spelled out on purpose: Prisma reads an empty OR inside an AND as "every row", and drops {} from an OR.
const none: Where = { id: { in: [] } };
const unsealed = (actor: Actor) => ({
  OR: [{ restricted: false }, { sealedTo: { has: actor.membershipId } }],
});
const named = (actor: Actor) => ({
  members: { some: { membershipId: actor.membershipId, removedAt: null } },
});

const unit = (actor: Actor): Where => ({ requesterOrgId: { in: actor.orgIds }, AND: [unsealed(actor)] });
const received = (actor: Actor): Where => ({ addresseeOrgId: actor.orgId, sentAt: { not: null } });
const working = (actor: Actor): Where => ({
  AND: [
    unit(actor),
    {
      OR: [
        { drafterId: actor.userId },
        { case: named(actor) },
        { officer: { is: { membershipId: actor.membershipId } } },
      ],
    },
  ],
});
const desk = (actor: Actor): Where => ({
  AND: [received(actor), { OR: [{ assigneeId: null }, { assigneeId: actor.membershipId }] }],
});
const rows: Record<Reach, (actor: Actor) => Where> = {
  unit,
  working,
  received,
  desk,
  handling: (actor) => ({ OR: [working(actor), desk(actor)] }),
  either: (actor) => ({ OR: [unit(actor), received(actor)] }),
  notified: (actor) => ({ procuracyOrgId: actor.orgId, sentAt: { not: null } }),
  any: () => none,
};

/** The requests on which the actor holds the permission: the policy table as SQL. A test walks both and finds the same records. */
export function visibleRequests(actor: Actor, permission: RequestPermission = "request.read"): Where {
  if (firstWallIsDown()) return { NOT: none };
  const grants = requestPolicy[permission] as Partial<Record<Role, Reach>>;
  const reached: Where = {
    OR: [none, ...actor.roles.flatMap((role) => (grants[role] ? [rows[grants[role]](actor)] : []))],
  };
  const authorIsAnother = { drafterId: { not: actor.userId }, NOT: { editorIds: { has: actor.userId } } };
  const signerIsAnother = { OR: [{ signerId: null }, { signerId: { not: actor.userId } }] };
  if (permission === "request.sign") return { AND: [reached, authorIsAnother] };
  if (permission === "request.recall") return { AND: [reached, { NOT: authorIsAnother }] };
  if (permission === "request.review") return { AND: [reached, authorIsAnother, signerIsAnother] };
  return reached;
}

/** The cases on which the actor holds the permission. */
export function visibleCases(actor: Actor, permission: CasePermission = "case.read"): Prisma.CaseWhereInput {
  const nothing: Prisma.CaseWhereInput = { id: { in: [] } };
  if (firstWallIsDown()) return { NOT: nothing };
  const grants = casePolicy[permission] as Partial<Record<Role, Reach>>;
  const ofUnit: Prisma.CaseWhereInput = { unitId: { in: actor.orgIds }, AND: [unsealed(actor)] };
  return {
    OR: [
      nothing,
      ...actor.roles.flatMap((role) =>
        grants[role] === "unit"
          ? [ofUnit]
          : grants[role] === "working"
            ? [{ AND: [ofUnit, named(actor)] }]
            : [],
      ),
    ],
  };
}

/** Only in a test build that proves the second wall alone: the rights matrix runs again with this filter off. */
function firstWallIsDown(): boolean {
  return env().firstWallOff;
}
