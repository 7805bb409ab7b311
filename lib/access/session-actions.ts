"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { record } from "@/lib/audit/record";
import { asActor } from "@/lib/db";
import { paths } from "@/lib/paths";
import { actorIn, currentActor, currentSession } from "./current-actor";
import { homeOf } from "./navigation";
import { writeSessionToken } from "./session-cookie";
import { endSessions, renewSession, touchSession } from "./sessions";

/** Ends this session. The screen then leaves by /api/signed-out, which drops the dead cookie. */
export async function signOutAction(): Promise<void> {
  const session = await currentSession();
  if (session) {
    await endSessions(session.userId, { only: session.sessionId });
    // Whoever only knows the password leaves as he came: nothing stands in the record in the owner's name.
    const actor = actorIn(session);
    if (actor)
      await asActor(actor, (tx) =>
        record(tx, actor, { type: "session.ended", subjectType: "session", subjectId: session.sessionId }),
      );
  }
}

/** "Stay": lengthens the session; its new end as ISO text, or null when it is over. */
export async function stayAction(): Promise<string | null> {
  const actor = await currentActor();
  if (!actor?.sessionId) return null;
  await touchSession(actor.sessionId);
  return readExpiryAction();
}

/** When the session ends unless something is done; reading it lengthens nothing. */
export async function readExpiryAction(): Promise<string | null> {
  const session = await currentSession();
  if (!session) return null;
  return new Date(Math.min(session.idleEndsAt.getTime(), session.endsAt.getTime())).toISOString();
}

/** Acts in another of one's own memberships from now on; the old token is dead at once. */
export async function switchMembershipAction(form: FormData): Promise<void> {
  const actor = await currentActor();
  const wanted = z.uuid().safeParse(form instanceof FormData ? form.get("membershipId") : null);
  if (!actor?.sessionId || !wanted.success) redirect(paths.signIn);
  const target = (await currentSession())?.memberships.find(({ id }) => id === wanted.data);
  if (!target) redirect(paths.home);
  await asActor(actor, (tx) =>
    record(tx, actor, { type: "membership.switched", subjectType: "membership", subjectId: target.id }),
  );
  await writeSessionToken(await renewSession(actor.sessionId, { membershipId: target.id }));
  redirect(homeOf(target.roles));
}
