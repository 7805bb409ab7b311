import { type Actor, hasRole } from "@/lib/access/actor";

/** Reads what climbed to his organisation: who leads a desk, an overseeing office, a committee. The database says the same (app.oversees). */
export const mayOversee = (actor: Pick<Actor, "roles">): boolean =>
  hasRole(actor, "leader", "secretary", "department_officer", "liaison_manager");

/** An organisation is urged about one thing once in so many hours. The database holds the same. */
export const urgeHours = 4;
