import type { Role } from "@/lib/generated/prisma/enums";
import type { Actor } from "./actor";

/**
 * How far a grant about held money reaches.
 * - unit: the order was made by the acting police unit or one below it, and is not sealed to others
 * - working: of those, whose case names the actor
 * - holds: the acting organisation holds the account
 * - tookIn: of those, what was brought to the acting organisation
 */
type MoneyReach = "unit" | "working" | "holds" | "tookIn";
type Grants = Partial<Record<Role, MoneyReach>>;

/** What rights need to know of held money and of what hangs on it. */
export type MoneyLike = {
  requesterOrgId: string;
  holderOrgId: string | null;
  /** Who took an appeal in. */
  intakeOrgId?: string;
  sealedTo: string[];
  memberIds: string[];
  /** Who wrote or handed in what is judged now: the hold's order, or the decision. */
  authorIds?: readonly string[];
  /** Who signed the hold's order. */
  signerId?: string | null;
};

const readers: Grants = { intake_officer: "unit", investigator: "unit", commander: "unit", analyst: "unit" };
const atDesk = { liaison: "holds", liaison_manager: "holds" } as const;

/** Who may do what about money that is held. */
export const holdPolicy = {
  "hold.read": { ...readers, ...atDesk },
  "hold.keep": { investigator: "working", commander: "unit" },
  "hold.draftRelease": { investigator: "working", commander: "unit" },
} satisfies Record<`hold.${string}`, Grants>;

/** Who may do what about an account holder's appeal. A desk hands in what was brought to it, and sees what became of it. */
export const appealPolicy = {
  "appeal.read": { ...readers, liaison: "tookIn", liaison_manager: "tookIn" },
  "appeal.receive": { intake_officer: "unit", investigator: "unit", commander: "unit", ...atDesk },
  // None of these four by who signed the order or wrote any version of it.
  "appeal.review": { investigator: "unit", commander: "unit" },
  "appeal.uphold": { commander: "unit" },
  "appeal.reject": { commander: "unit" },
  "appeal.withdraw": { intake_officer: "unit", commander: "unit" },
  "appeal.draftRelease": { investigator: "working", commander: "unit" },
} satisfies Record<`appeal.${string}`, Grants>;

/** Who may do what about a decision that gives money back. */
export const restitutionPolicy = {
  "restitution.read": { ...readers, ...atDesk },
  "restitution.draft": { investigator: "working", commander: "unit" },
  "restitution.submit": { investigator: "working", commander: "unit" },
  "restitution.recall": { investigator: "working", commander: "unit" }, // who wrote it or handed it in
  "restitution.return": { commander: "unit" },
  "restitution.approve": { commander: "unit" }, // and never who wrote it or handed it in
  "restitution.cancel": { commander: "unit" },
  "restitution.execute": { ...atDesk },
} satisfies Record<`restitution.${string}`, Grants>;

const moneyPolicy = { ...holdPolicy, ...appealPolicy, ...restitutionPolicy };
export type MoneyPermission = keyof typeof moneyPolicy;

/** Nobody looks into or judges what he wrote or handed in himself, nor ends an appeal against it. */
const judged: readonly MoneyPermission[] = [
  "appeal.review",
  "appeal.uphold",
  "appeal.reject",
  "appeal.withdraw",
  "restitution.approve",
];
/** Nor does who signed an order look into an appeal against it. */
const reviewed: readonly MoneyPermission[] = [
  "appeal.review",
  "appeal.uphold",
  "appeal.reject",
  "appeal.withdraw",
];

const inUnit = (actor: Actor, { requesterOrgId, sealedTo }: MoneyLike) =>
  actor.orgIds.includes(requesterOrgId) && (sealedTo.length === 0 || sealedTo.includes(actor.membershipId));
const within: Record<MoneyReach, (actor: Actor, record: MoneyLike) => boolean> = {
  unit: inUnit,
  working: (actor, record) => inUnit(actor, record) && record.memberIds.includes(actor.membershipId),
  holds: (actor, { holderOrgId }) => holderOrgId === actor.orgId,
  tookIn: (actor, { holderOrgId, intakeOrgId }) => holderOrgId === actor.orgId && intakeOrgId === actor.orgId,
};

/** May the actor do this to this hold, appeal or decision? */
export function canOnMoney(actor: Actor, permission: MoneyPermission, record: MoneyLike): boolean {
  if (judged.includes(permission) && record.authorIds?.includes(actor.userId)) return false;
  if (permission === "restitution.recall" && !record.authorIds?.includes(actor.userId)) return false;
  if (reviewed.includes(permission) && record.signerId === actor.userId) return false;
  return actor.roles.some((role) => {
    const reach = (moneyPolicy[permission] as Grants)[role];
    return reach !== undefined && within[reach](actor, record);
  });
}
