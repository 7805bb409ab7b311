import { randomUUID } from "node:crypto";
import type { Actor } from "@/lib/access/actor";
import { addCaseTargets } from "@/lib/cases/commands";
import { addTargetsInput } from "@/lib/cases/schema";
import { asActor, asSystem } from "@/lib/db";
import type { Outcome } from "@/lib/generated/prisma/enums";
import { acknowledgeRequest, signRequest } from "@/lib/requests/commands";
import { answerItem } from "@/lib/requests/desk/answers";
import { saveDraft } from "@/lib/requests/drafting/commands";
import { type KindCode, kindOf } from "@/lib/requests/kinds";
import { draftInput } from "@/lib/requests/schema";
import { basesOf } from "@/prisma/seed/story/issue";
import { sampleDetails, sampleTarget, type SampleContext } from "./kind-samples";
import { makeOrganisation, makePerson, type Unit } from "./people";
import { initiate, issue, readHash, type Scene } from "./scene";
import { itemsOf } from "./stored";

/** Who is asked about a kind, with somebody at its desk. A police unit is asked by way of its investigator. */
export type Asked = { organisation: Unit; desk: Actor };
export async function makeAsked(kindCode: KindCode): Promise<Asked> {
  const [kind] = kindOf(kindCode).addressees;
  const organisation = await makeOrganisation(kind!, { provinceCode: kind === "police" ? "T1" : null });
  return {
    organisation,
    desk: await makePerson(kind === "police" ? "investigator" : "liaison", organisation),
  };
}

/** Fresh targets of the case that the kind may be about, of the kind of target that it names first. */
export async function makeTargets(scene: Scene, kindCode: KindCode, count: number, keeper: Unit) {
  const [kind] = kindOf(kindCode).targets;
  const values = Array.from({ length: count }, sampleTarget[kind!]);
  await addCaseTargets(
    scene.investigator,
    addTargetsInput.parse({
      key: randomUUID(),
      caseId: scene.caseId,
      targets: values.map((value) => ({
        kind,
        value,
        institutionId: keeper.kind === "police" ? undefined : keeper.id,
      })),
    }),
  );
  const found = await asActor(scene.investigator, (tx) =>
    tx.target.findMany({
      where: { caseId: scene.caseId, kind },
      orderBy: { createdAt: "desc" },
      take: count,
    }),
  );
  return found.map(({ id }) => id);
}

/** A draft of any kind with good details. Kinds that wait for the decision to initiate get one first. */
export async function makeDraftOf(
  scene: Scene,
  kindCode: KindCode,
  asked: Asked,
  targetIds: readonly string[],
  over: { parentId?: string; details?: object; target?: object; legalBases?: string[] } = {},
) {
  const { asksAmount } = kindOf(kindCode);
  if (["ACCOUNT_FREEZE", "ACCOUNT_UNFREEZE", "CALL_RECORDS"].includes(kindCode))
    await initiate(scene.commander, scene.caseId);
  const details = sampleDetails(kindCode, contextOf(scene));
  return saveDraft(
    scene.investigator,
    draftInput.parse({
      key: randomUUID(),
      caseId: scene.caseId,
      kindCode,
      addresseeOrgId: asked.organisation.id,
      urgency: "urgent",
      grounds: "Bị hại tố giác; có sao kê và ảnh chụp màn hình kèm theo.",
      legalBases: over.legalBases ?? basesOf[kindCode],
      parentId: over.parentId,
      details: { ...details.request, ...over.details },
      targets: targetIds.map((targetId) => ({
        targetId,
        details: { ...details.target, ...over.target },
        ...(asksAmount
          ? { disputedAmount: "5000000", overGround: "Tài khoản nhận tiền của nhiều bị hại." }
          : {}),
      })),
    }),
  );
}

export const contextOf = (scene: Scene, files: readonly string[] = []): SampleContext => ({
  at: new Date(),
  institutionId: scene.bank.id,
  organisationId: scene.bank.id,
  files,
});

/** The commander with a title that the law names for this kind, and a fresh proof. */
const signerOf = (scene: Scene, kindCode: KindCode): Actor => ({
  ...scene.commander,
  secondFactorAt: new Date(),
  signerTitle: ["PLATFORM_USER_INFO", "CONTENT_TAKEDOWN", "ACCESS_BLOCK"].includes(kindCode)
    ? "head_of_specialised_cyber_unit"
    : scene.commander.signerTitle,
});

/** Submitted and signed. */
export const issueAs = (scene: Scene, kindCode: KindCode, draft: { requestId: string; version: number }) =>
  issue({ ...scene, commander: signerOf(scene, kindCode) }, draft);

/** Signs what was handed in already. */
export async function signAs(
  scene: Scene,
  kindCode: KindCode,
  { requestId, version }: { requestId: string; version: number },
) {
  const contentHash = await readHash(scene.commander, requestId);
  return signRequest(signerOf(scene, kindCode), { key: randomUUID(), requestId, version, contentHash });
}

/** An issued request of any kind that its desk has acknowledged. */
export async function makeSentOf(
  scene: Scene,
  kindCode: KindCode,
  asked: Asked,
  targetIds: readonly string[],
  over: Parameters<typeof makeDraftOf>[4] = {},
) {
  const sent = await issueAs(scene, kindCode, await makeDraftOf(scene, kindCode, asked, targetIds, over));
  return acknowledgeRequest(asked.desk, {
    key: randomUUID(),
    requestId: sent.requestId,
    version: sent.version,
  });
}

/** A suspension whose accounts are all held: what a release or an extension goes on with. */
export async function makeHeld(scene: Scene, asked: Asked, targetIds: readonly string[]): Promise<string> {
  const { requestId } = await makeSentOf(scene, "ACCOUNT_SUSPEND", asked, targetIds);
  for (const item of await itemsOf(requestId))
    await answerOf(asked, item, { outcome: "HELD", amount: "4000000" });
  return requestId;
}

export const answerOf = (
  asked: Asked,
  item: { id: string; requestId: string; version: number },
  answer: { outcome: Outcome } & Record<string, unknown>,
) =>
  answerItem(asked.desk, {
    key: randomUUID(),
    requestId: item.requestId,
    itemId: item.id,
    itemVersion: item.version,
    answer,
  });

/** A file that the desk has added to a request. */
export const makeAnswerFile = async (asked: Asked, requestId: string, caseId: string): Promise<string> => {
  const { id } = await asSystem((tx) =>
    tx.attachment.create({
      data: {
        caseId,
        requestId,
        ownerOrgId: asked.organisation.id,
        uploadedById: asked.desk.userId,
        sha256: "ab".repeat(32),
        name: "sao-ke.xlsx",
        mediaType: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        size: 2048,
      },
      select: { id: true },
    }),
  );
  return id;
};
