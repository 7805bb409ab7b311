import { notFound } from "next/navigation";
import type { Actor } from "./actor";
import { hasRole, keepsMoney } from "./actor";
import { requireActor } from "./current-actor";

/** Who acts, when he works at the desk of an organisation that is asked; for everybody else the page does not exist. */
export async function requireDesk(): Promise<Actor> {
  const actor = await requireActor();
  if (!hasRole(actor, "liaison", "liaison_manager")) notFound();
  return actor;
}

/** Who acts, when appeals are his to take in or to judge: the police, and the desk of a bank or a wallet. */
export async function requireAppealSide(): Promise<{ actor: Actor; isDesk: boolean }> {
  const actor = await requireActor();
  if (actor.orgKind === "police" && hasRole(actor, "intake_officer", "investigator", "commander", "analyst"))
    return { actor, isDesk: false };
  if (keepsMoney(actor) && hasRole(actor, "liaison", "liaison_manager")) return { actor, isDesk: true };
  notFound();
}
