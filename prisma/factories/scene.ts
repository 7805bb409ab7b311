import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { moveCase, openCase } from "@/lib/cases/commands";
import { caseLifecycle } from "@/lib/cases/lifecycle";
import { caseInput } from "@/lib/cases/schema";
import { asActor } from "@/lib/db";
import { acknowledgeRequest, signRequest, submitRequest } from "@/lib/requests/commands";
import { saveDraft } from "@/lib/requests/drafting/commands";
import { envelopeHash, envelopeOf } from "@/lib/requests/signing/envelope";
import type { OfferedKind } from "@/lib/requests/kinds";
import { draftInput } from "@/lib/requests/schema";
import { basesOf } from "@/prisma/seed/story/issue";
import { makeOrganisation, makePerson, type Unit } from "./people";

export type Scene = {
  police: Unit;
  bank: Unit;
  telecom: Unit;
  procuracy: Unit;
  investigator: Actor;
  commander: Actor;
  liaison: Actor;
  colleague: Actor;
  manager: Actor;
  telecomLiaison: Actor;
  caseId: string;
};

/** A police unit with a case, a bank, a telecom and a procuracy, all made by the product's own commands. */
export async function setScene(
  options: { restricted?: boolean; provinceCode?: string } = {},
): Promise<Scene> {
  const { provinceCode = "25", restricted = false } = options;
  const police = await makeOrganisation("police", { specialisedCyber: true, provinceCode });
  const bank = await makeOrganisation("bank", { provinceCode: null });
  const telecom = await makeOrganisation("telecom", { provinceCode: null });
  const procuracy = await makeOrganisation("procuracy", { provinceCode });
  const investigator = await makePerson("investigator", police);
  const scene = {
    police,
    bank,
    telecom,
    procuracy,
    investigator,
    commander: await makePerson("commander", police),
    liaison: await makePerson("liaison", bank),
    colleague: await makePerson("liaison", bank),
    manager: await makePerson("liaison_manager", bank),
    telecomLiaison: await makePerson("liaison", telecom),
  };
  const { caseId } = await openCase(investigator, caseInput.parse({ ...report(bank.id), restricted }));
  return { ...scene, caseId };
}

/** What a victim reports: two transfers to two accounts of one bank, and the caller's number. */
export function report(bankId: string) {
  const account = () => String(Math.floor(1e11 + Math.random() * 9e11));
  return {
    key: randomUUID(),
    sourceKind: "DENUNCIATION",
    channel: "hotline",
    fraudTypeCode: "DEEPFAKE_VIDEO_CALL",
    title: "Giả danh cán bộ công an",
    summary: "Bị hại nhận cuộc gọi giả danh và chuyển tiền hai lần.",
    reportedAt: new Date(Date.now() - 30 * 60_000).toISOString(),
    reportedLoss: "100000000",
    victims: [{ fullName: "Trần Thị Minh Họa", phone: "0912345678" }],
    payments: [account(), account()].map((toAccount, index) => ({
      victim: 0,
      at: new Date(Date.now() - (60 - index * 5) * 60_000).toISOString(),
      amount: "50000000",
      toInstitutionId: bankId,
      toAccount,
      toName: index === 0 ? "NGUYEN VAN DUC" : "LE THI HOA",
    })),
    targets: [{ kind: "phone_number", value: "0987 654 321" }],
  };
}

/** Takes a case from the report to the decision to initiate it, which a freeze waits for. */
export async function initiate(commander: Actor, caseId: string): Promise<void> {
  for (const to of ["CLASSIFYING", "VERIFYING", "INITIATED"] as const) {
    const found = await asActor(commander, (tx) => tx.case.findUniqueOrThrow({ where: { id: caseId } }));
    if (!(to in caseLifecycle[found.status])) continue;
    const decision = { decisionNumber: "12/QĐ-PA05", decisionDate: "2026-11-20" };
    await moveCase(commander, { key: randomUUID(), caseId, version: found.version, to, ...decision });
  }
}

/** A draft of the scene's investigator on all targets that the kind allows; a freeze's case is initiated first. */
export async function makeDraft(
  scene: Scene,
  kindCode: OfferedKind = "ACCOUNT_SUSPEND",
  over: Partial<{ urgency: "normal" | "urgent" | "emergency"; amount: string; overGround: string }> = {},
) {
  const toPhone = kindCode === "SUBSCRIBER_INFO";
  if (kindCode === "ACCOUNT_FREEZE") await initiate(scene.commander, scene.caseId);
  const targets = await asActor(scene.investigator, (tx) =>
    tx.target.findMany({
      where: { caseId: scene.caseId, kind: toPhone ? "phone_number" : "bank_account" },
      orderBy: { createdAt: "asc" },
    }),
  );
  return saveDraft(
    scene.investigator,
    draftInput.parse({
      key: randomUUID(),
      caseId: scene.caseId,
      kindCode,
      addresseeOrgId: toPhone ? scene.telecom.id : scene.bank.id,
      urgency: over.urgency ?? "urgent",
      grounds: "Bị hại tố giác; hai lệnh chuyển có sao kê kèm theo.",
      legalBases: basesOf[kindCode],
      targets: targets.map(({ id }) => ({
        targetId: id,
        ...(toPhone ? {} : { disputedAmount: over.amount ?? "50000000" }),
        ...(over.overGround ? { overGround: over.overGround } : {}),
      })),
    }),
  );
}

/** Submits and signs a draft: the commander has just proved his second factor. */
export async function issue(scene: Scene, draft: { requestId: string; version: number }) {
  const submitted = await submitRequest(scene.investigator, { key: randomUUID(), ...draft });
  const contentHash = await readHash(scene.commander, draft.requestId);
  return signRequest(
    { ...scene.commander, secondFactorAt: new Date() },
    { key: randomUUID(), requestId: draft.requestId, version: submitted.version, contentHash },
  );
}

/** The hash of what the signer reads. */
export function readHash(actor: Actor, requestId: string): Promise<string> {
  return asActor(actor, async (tx) =>
    envelopeHash(await envelopeOf(tx, await tx.request.findUniqueOrThrow({ where: { id: requestId } }))),
  );
}

/** An issued request, acknowledged by the scene's liaison. */
export async function makeAcknowledged(scene: Scene, kindCode: OfferedKind = "ACCOUNT_SUSPEND") {
  const sent = await issue(scene, await makeDraft(scene, kindCode));
  const desk = kindCode === "SUBSCRIBER_INFO" ? scene.telecomLiaison : scene.liaison;
  return acknowledgeRequest(desk, { key: randomUUID(), requestId: sent.requestId, version: sent.version });
}
