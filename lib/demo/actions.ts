"use server";

import { redirect } from "next/navigation";
import { liveSession } from "@/lib/access/actor-of-session";
import { currentActor } from "@/lib/access/current-actor";
import { homeOf } from "@/lib/access/navigation";
import { writeSessionToken } from "@/lib/access/session-cookie";
import { isDemo } from "@/lib/env";
import { paths } from "@/lib/paths";
import { demoCodeOf, enterAsDemoPerson } from "./people";

/** One click on the demo's sign-in page. Outside the demo it does nothing but lead to the door. */
export async function enterAsAction(form: FormData): Promise<void> {
  const email = form.get("email");
  if (!isDemo() || typeof email !== "string" || email.length > 254) redirect(paths.signIn);
  const token = await enterAsDemoPerson(email).catch(() => null);
  if (!token) redirect(paths.signIn);
  await writeSessionToken(token);
  redirect(homeOf((await liveSession(token, null))?.actor?.roles ?? []));
}

/** The code that one's own app would show now; null outside the demo. */
export async function ownDemoCodeAction(): Promise<string | null> {
  if (!isDemo()) return null;
  const actor = await currentActor();
  return actor ? demoCodeOf(actor.userId) : null;
}
