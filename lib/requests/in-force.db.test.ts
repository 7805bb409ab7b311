import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import {
  initiate,
  issue,
  makeAcknowledged,
  makeDraft,
  readHash,
  type Scene,
  setScene,
} from "@/prisma/factories/scene";
import { basesOf } from "@/prisma/seed/story/issue";
import { answerItem } from "./desk/answers";
import { signRequest, submitRequest } from "./commands";
import { saveDraft } from "./drafting/commands";
import { type DraftInput, draftInput } from "./schema";
import { getSigningStack } from "./signing/queries";

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(closeDatabase);
const key = randomUUID;
const fresh = () => ({ secondFactorAt: new Date() });

async function draftOf(over: Partial<Record<keyof DraftInput, unknown>>) {
  const target = await asActor(scene.investigator, (tx) =>
    tx.target.findFirstOrThrow({ where: { caseId: scene.caseId, kind: "bank_account" } }),
  );
  const draft = {
    key: key(),
    caseId: scene.caseId,
    kindCode: "ACCOUNT_SUSPEND",
    addresseeOrgId: scene.bank.id,
    urgency: "urgent",
    grounds: "Bị hại tố giác, có sao kê kèm theo.",
    legalBases: basesOf.ACCOUNT_SUSPEND,
    targets: [{ targetId: target.id, disputedAmount: "1000000" }],
    ...over,
  };
  return saveDraft(scene.investigator, draftInput.parse(draft));
}

describe("who signs", () => {
  it("is who holds a title that the register names for the kind, and nobody else who commands", async () => {
    const draft = await makeDraft(scene, "ACCOUNT_FREEZE");
    const { version } = await submitRequest(scene.investigator, { key: key(), ...draft });
    const contentHash = await readHash(scene.commander, draft.requestId);
    const input = { key: key(), requestId: draft.requestId, version, contentHash };
    for (const signerTitle of [null, "deputy_head_of_specialised_cyber_unit"]) {
      const other = { ...scene.commander, ...fresh(), signerTitle };
      await expect(signRequest(other, { ...input, key: key() })).rejects.toMatchObject({
        code: "not-allowed",
      });
      const { stack } = await getSigningStack(other, draft.requestId, "vi");
      expect(stack.find(({ id }) => id === draft.requestId)?.bar).toBe("title");
    }
    const signed = await signRequest({ ...scene.commander, ...fresh() }, input);
    expect(signed.status).toBe("SENT");
  });
});

describe("a freeze", () => {
  it("is handed to the signer and signed only once the case has been initiated", async () => {
    const early = await setScene();
    const target = await asActor(early.investigator, (tx) =>
      tx.target.findFirstOrThrow({ where: { caseId: early.caseId, kind: "bank_account" } }),
    );
    const draft = await saveDraft(
      early.investigator,
      draftInput.parse({
        key: key(),
        caseId: early.caseId,
        kindCode: "ACCOUNT_FREEZE",
        addresseeOrgId: early.bank.id,
        urgency: "urgent",
        grounds: "Bị hại tố giác, có sao kê kèm theo.",
        legalBases: basesOf.ACCOUNT_FREEZE,
        targets: [{ targetId: target.id, disputedAmount: "1000000" }],
      }),
    );
    const step = { requestId: draft.requestId, version: draft.version };
    await expect(submitRequest(early.investigator, { key: key(), ...step })).rejects.toMatchObject({
      code: "not-now",
    });
    await initiate(early.commander, early.caseId);
    const submitted = await submitRequest(early.investigator, { key: key(), ...step });
    expect(submitted.status).toBe("PENDING_SIGNATURE");
  });
});

describe("a draft", () => {
  it("stands on bases that the register names for its kind", () =>
    expect(draftOf({ legalBases: ["khong-co-that:Điều 999"] })).rejects.toMatchObject({
      details: { fields: { legalBases: "legalBasis.notOfKind" } },
    }));

  it("goes to no organisation that has ceased to exist", async () => {
    const closed = await makeOrganisation("bank", { provinceCode: null });
    await asSystem((tx) =>
      tx.organisation.update({ where: { id: closed.id }, data: { validTo: new Date("2026-01-01") } }),
    );
    await expect(draftOf({ addresseeOrgId: closed.id })).rejects.toMatchObject({ code: "invalid" });
  });

  it("names no earlier order when its kind lifts none", async () => {
    const { requestId } = await draftOf({ parentId: randomUUID() });
    const saved = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
    expect(saved.parentId).toBeNull();
  });
});

describe("an answer", () => {
  it("sends money on to banks and wallets of the register alone", async () => {
    const { requestId } = await makeAcknowledged(scene);
    const item = await asSystem((tx) => tx.requestItem.findFirstOrThrow({ where: { requestId } }));
    const answer = (toInstitutionId: string) => ({
      outcome: "MOVED_ON",
      transfers: [
        {
          at: new Date(Date.now() - 60_000).toISOString(),
          amount: "50000000",
          toInstitutionId,
          toAccount: "19035527881016",
        },
      ],
    });
    const send = (toInstitutionId: string) =>
      answerItem(scene.liaison, {
        key: key(),
        requestId,
        itemId: item.id,
        itemVersion: item.version,
        answer: answer(toInstitutionId),
      });
    for (const nowhere of [randomUUID(), scene.telecom.id])
      await expect(send(nowhere)).rejects.toMatchObject({
        details: { fields: { "answer.transfers.0.toInstitutionId": "required" } },
      });
    await expect(send(scene.bank.id)).resolves.toBeTruthy();
  });
});

describe("an issued request", () => {
  it("keeps going out from a unit whose commander holds the title", async () => {
    const other = await makePerson("commander", scene.police);
    const sent = await issue({ ...scene, commander: other }, await makeDraft(scene));
    expect(sent.status).toBe("SENT");
  });
});
