"use server";

import { headers } from "next/headers";
import { Problem } from "@/lib/errors";
import { log } from "@/lib/log";
import { paths } from "@/lib/paths";
import { admit, endEarlierSession } from "./admission";
import { originOf } from "./caller-address";
import { callerAddress, currentSession } from "./current-actor";
import { rememberDevice } from "./known-devices";
import { homeOf } from "./navigation";
import { bindAtDoor, proveAtDoor } from "./second-factor";
import { readDeviceToken, writeDeviceToken, writeSessionToken } from "./session-cookie";
import { renewSession } from "./sessions";
import { beginSignIn } from "./sign-in";
import { codeStep, type DoorResult, passwordStep, safeReturn } from "./sign-in-schema";

/** First step: e-mail and password. Opens a session that can do nothing but show its second factor. */
export async function passwordAction(raw: unknown): Promise<DoorResult> {
  const parsed = passwordStep.safeParse(raw);
  if (!parsed.success) return { ok: false, code: "wrong" };
  try {
    const device = (await headers()).get("user-agent")?.slice(0, 200) ?? null;
    const begun = await beginSignIn({
      ...parsed.data,
      address: await callerAddress(),
      device,
      deviceToken: await readDeviceToken(),
    });
    await endEarlierSession();
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
    await proveAtDoor(session.userId, parsed.data.code, {
      origin: originOf(await callerAddress()),
      deviceToken: await readDeviceToken(),
    });
    const home = await enter(session.sessionId);
    return home ? { ok: true, next: to ?? home } : { ok: false, code: "nowhere" };
  } catch (error) {
    return refused(error, "code");
  }
}

/** Confirms the second factor that was offered and enters; the recovery codes are shown this once. */
export async function enrolAction(
  raw: unknown,
): Promise<(DoorResult & { ok: false }) | { ok: true; next: string; recoveryCodes: string[] }> {
  const to = safeReturn((raw as { to?: unknown } | null)?.to);
  const parsed = codeStep.safeParse(raw);
  const session = await currentSession();
  if (!session) return { ok: false, code: "over" };
  if (!parsed.success) return { ok: false, code: "code" };
  try {
    const origin = originOf(await callerAddress());
    const recoveryCodes = await bindAtDoor(session.userId, parsed.data.code, origin);
    // Whoever acts nowhere yet keeps his codes all the same: they are not shown again.
    const home = await enter(session.sessionId);
    return { ok: true, next: home ? (to ?? home) : paths.signIn, recoveryCodes };
  } catch (error) {
    return refused(error, "code");
  }
}

/** Gives the proved session its new token. Returns where the person begins, null when he acts nowhere. */
async function enter(sessionId: string): Promise<string | null> {
  const actor = await admit(await renewSession(sessionId, { secondFactorAt: new Date() }));
  if (!actor) return null;
  await writeDeviceToken(await rememberDevice(actor.userId, await readDeviceToken()));
  return homeOf(actor.roles);
}

function refused(error: unknown, code: "wrong" | "code"): DoorResult & { ok: false } {
  if (error instanceof Problem)
    return {
      ok: false,
      code: error.code === "too-many" ? "tooMany" : error.code === "signed-out" ? "over" : code,
    };
  log.error({ name: (error as Error).name }, "sign-in failed");
  return { ok: false, code: "unavailable" };
}
