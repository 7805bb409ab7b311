import { notFound } from "next/navigation";
import type { Actor } from "./actor";
import { requireActor } from "./current-actor";
import { may } from "./policy";

/** Who acts, if he keeps the house; for anybody else the page does not exist. */
export async function requireAdmin(): Promise<Actor> {
  const actor = await requireActor();
  if (!may(actor, "admin.manage")) notFound();
  return actor;
}
