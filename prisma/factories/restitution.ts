import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { approveRestitution, submitRestitution } from "@/lib/restitution/commands";
import { draftRestitution } from "@/lib/restitution/draft";
import { getRestitution } from "@/lib/restitution/queries";
import { recordReturn } from "@/lib/restitution/returns";
import { recordReturnInput, restitutionInput } from "@/lib/restitution/schema";
import type { HeldScene } from "./held";

/** A form's key. */
export const key = () => randomUUID();
const grounds = "Trả lại tiền cho bị hại, không ảnh hưởng đến việc giải quyết vụ án.";

/** Drafts a decision from what the portal proposes; `over` changes what is entered. */
export async function draftDecision(scene: HeldScene, over: object = {}, actor = scene.investigator) {
  const view = (await getRestitution(actor, scene.caseId))!;
  const bank = scene.bank.id;
  return draftRestitution(
    actor,
    restitutionInput.parse({
      key: key(),
      caseId: scene.caseId,
      grounds,
      payee: "victim",
      shares: view.proposed.map(({ holdId, victimId, amount }) => ({ holdId, victimId, amount })),
      beneficiaries: view.victims.map(({ id }) => ({
        victimId: id,
        account: "0123456789",
        institutionId: bank,
      })),
      ...over,
    }),
  );
}
/** The latest decision, as this reader sees it. */
export const openDecision = async (actor: Actor, scene: HeldScene) =>
  (await getRestitution(actor, scene.caseId))!.decisions[0]!;
/** Drafted and handed in; as the commander sees it. */
export async function submitDecision(scene: HeldScene, over: object = {}) {
  const { decisionId, version } = await draftDecision(scene, over);
  await submitRestitution(scene.investigator, { key: key(), decisionId, version });
  return openDecision(scene.commander, scene);
}
/** Approved, the second factor proved at `at`. */
export async function approveDecision(actor: Actor, scene: HeldScene, at = new Date()) {
  const { id, version, contentHash } = await openDecision(actor, scene);
  return approveRestitution(
    { ...actor, secondFactorAt: at },
    { key: key(), decisionId: id, version, contentHash },
  );
}
/** The holder reports a return, in VND. */
export const giveBack = (
  actor: Actor,
  share: { id: string; version: number },
  amount: string,
  reference = key().slice(0, 12),
) =>
  recordReturn(
    actor,
    recordReturnInput.parse({
      key: key(),
      shareId: share.id,
      version: share.version,
      amount,
      returnedAt: new Date().toISOString(),
      reference,
    }),
  );
