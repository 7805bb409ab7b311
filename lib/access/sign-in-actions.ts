"use server";

import { headers } from "next/headers";
import { record } from "@/lib/audit/record";
import { asActor } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { log } from "@/lib/log";
import { paths } from "@/lib/paths";
import { liveSession } from "./actor-of-session";
import { callerAddress, currentSession } from "./current-actor";
import { homeOf } from "./navigation";
import { readDeviceToken, writeDeviceToken, writeSessionToken } from "./session-cookie";
import { endSessions, renewSession } from "./sessions";
import { beginSignIn, rememberDevice } from "./sign-in";
import { codeStep, type DoorResult, passwordStep, safeReturn } from "./sign-in-schema";
import { confirmTotp, proveSecondFactor } from "./totp";

/** First step: e-mail and password. Opens a session that can do nothing but show its second factor. */
export async function passwordAction(raw: unknown): Promise<DoorResult> {
  const parsed = passwordStep.safeParse(raw);
  if (!parsed.success) return { ok: false, code: "wrong" };
  try {
    const device = (await headers()).get("user-agent")?.slice(0, 200) ?? null;
    const begun = await beginSignIn({ ...parsed.data, address: await callerAddress(), device, deviceToken: await readDeviceToken() });
    const before = await currentSession();
    if (before) await endSessions(before.userId, { only: before.sessionId }); // one browser, one session: the cookie's old token dies with it
    await writeSessionToken(begun.token);
    return { ok: true, next: begun.needs === "code" ? `${paths.signIn}/code` : `${paths.signIn}/enrol` };
  } catch (error) {
    return refused(error, "wrong");
  }
}

/** Second step: six digits or a recovery code. A new token; the old one is dead at once. */
export async function codeAction(raw: unknown): Promise<DoorResult> {
  const to = safeReturn((raw as { to?: unknown } | null)?.to);
  const parsed = codeStep.safeParse(raw);
  const session = await currentSession();
  if (!session) return { ok: false, code: "over" };
  if (!parsed.success) return { ok: false, code: "code" };
  try {
    await proveSecondFactor(session.userId, parsed.data.code);
    const home = await enter(session.sessionId);
    return { ok: true, next: to ?? home };
  } catch (error) {
    return refused(error, "code");
  }
}

/** Confirms the second factor that was offered and enters; the recovery codes are shown this once. */
export async function enrolAction(raw: unknown): Promise<(DoorResult & { ok: false }) | { ok: true; next: string; recoveryCodes: string[] }> {
  const parsed = codeStep.safeParse(raw);
  const session = await currentSession();
  if (!session) return { ok: false, code: "over" };
  const codes = parsed.success ? await confirmTotp(session.userId, parsed.data.code) : null;
  if (!codes) return { ok: false, code: "code" };
  return { ok: true, next: await enter(session.sessionId), recoveryCodes: codes };
}

async function enter(sessionId: string): Promise<string> {
  const token = await renewSession(sessionId, { secondFactorAt: new Date() });
  await writeSessionToken(token);
  const session = await liveSession(token, null);
  const actor = session?.actor;
  if (!actor) return paths.signIn;
  await writeDeviceToken(await rememberDevice(actor.userId, await readDeviceToken()));
  await asActor(actor, (tx) => record(tx, actor, { type: "session.started", subjectType: "session", subjectId: session.sessionId }));
  return homeOf(actor.roles);
}

function refused(error: unknown, code: "wrong" | "code"): DoorResult {
  if (error instanceof Problem) return { ok: false, code: error.code === "too-many" ? "tooMany" : error.code === "signed-out" ? "over" : code };
  log.error({ name: (error as Error).name }, "sign-in failed");
  return { ok: false, code: "unavailable" };
}
