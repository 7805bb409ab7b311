import { notFound } from "next/navigation";
import { type Actor, hasRole } from "./actor";
import { requireActor } from "./current-actor";

/** Does anything come due for him: does he work on cases, or at a desk that is asked? */
export const hasDates = (actor: Pick<Actor, "roles">): boolean =>
  hasRole(actor, "intake_officer", "investigator", "analyst", "commander", "liaison", "liaison_manager");

/** Does he answer for others' work: then a calendar begins with everybody's. */
export const looksAfterOthers = (actor: Pick<Actor, "roles">): boolean =>
  hasRole(actor, "commander", "liaison_manager");

/** Who acts, if anything comes due for him; for anybody else the page does not exist. */
export async function requireDates(): Promise<Actor> {
  const actor = await requireActor();
  if (!hasDates(actor)) notFound();
  return actor;
}
