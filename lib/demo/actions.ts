"use server";

import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { admit, endEarlierSession } from "@/lib/access/admission";
import { listeningActor } from "@/lib/access/current-actor";
import { homeOf } from "@/lib/access/navigation";
import { isDemo } from "@/lib/env";
import { paths } from "@/lib/paths";

// ./people is loaded only inside the demo: outside it neither its people nor its ways stand in memory.

/** One click on the demo's sign-in page. Outside the demo it does nothing but lead to the door. */
export async function enterAsAction(form: FormData): Promise<void> {
  const email = form instanceof FormData ? form.get("email") : null; // whoever calls by hand may send anything
  if (!isDemo() || typeof email !== "string" || email.length > 254) redirect(paths.signIn);
  const { enterAsDemoPerson } = await import("./people");
  const device = (await headers()).get("user-agent")?.slice(0, 200) ?? null;
  const token = await enterAsDemoPerson(email, device).catch(() => null);
  if (!token) redirect(paths.signIn);
  await endEarlierSession();
  const actor = await admit(token);
  redirect(actor ? homeOf(actor.roles) : paths.signIn);
}

/** The code that one's own app would show now, and for how many seconds; null outside the demo. Asking lengthens no session. */
export async function ownDemoCodeAction(): Promise<{ code: string; seconds: number } | null> {
  if (!isDemo()) return null;
  const actor = await listeningActor();
  if (!actor) return null;
  const { demoCodeOf } = await import("./people");
  const code = await demoCodeOf(actor.userId);
  return code ? { code, seconds: 30 - (Math.floor(Date.now() / 1000) % 30) } : null;
}
