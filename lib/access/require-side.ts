import { notFound } from "next/navigation";
import type { Actor } from "./actor";
import { hasRole } from "./actor";
import { requireActor } from "./current-actor";

/** Who acts, when he works on cases; for everybody else the page does not exist. */
export async function requirePolice(): Promise<Actor> {
  const actor = await requireActor();
  if (actor.orgKind !== "police" || !hasRole(actor, "intake_officer", "investigator", "commander", "analyst"))
    notFound();
  return actor;
}
