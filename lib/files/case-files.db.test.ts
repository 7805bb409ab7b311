import { afterAll, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { receiveAppeal } from "@/lib/release/appeals";
import { saveDraft } from "@/lib/requests/drafting/commands";
import { getDraftOptions } from "@/lib/requests/drafting/queries";
import { draftInput } from "@/lib/requests/schema";
import { getRestitution } from "@/lib/restitution/queries";
import { setHeldScene } from "@/prisma/factories/held";
import { draftDecision, key } from "@/prisma/factories/restitution";
import { write } from "@/prisma/factories/sides";
import { basesOf } from "@/prisma/seed/story/issue";

afterAll(closeDatabase);

it("attaches files of the case itself, and an appellant's or the talk's to no request and no decision, in code and in the database", async () => {
  const scene = await setHeldScene();
  const { caseId, investigator } = scene;
  const { appealId } = await receiveAppeal(investigator, {
    key: key(),
    holdId: scene.holdIds[0]!,
    channel: "counter",
    appellant: "Lê Thị Khiếu",
    contact: "0912 000 111",
    content: "Số tiền này là tiền lương của tôi, đề nghị xem xét.",
  });
  const place = (name: string, where: object) =>
    asSystem(async (tx) => {
      const file = { sha256: name.padEnd(64, "0"), name, mediaType: "application/pdf", size: 10 };
      const by = { ownerOrgId: scene.police.id, uploadedById: investigator.userId };
      return (
        await tx.attachment.create({ data: { caseId, ...file, ...by, ...where }, select: { id: true } })
      ).id;
    });
  const own = await place("own.pdf", {});
  const appellants = await place("appeal.pdf", { appealId });
  const said = await place("talk.pdf", { threadRequestId: scene.requestId });

  const options = await getDraftOptions(investigator, caseId, "vi");
  const view = await getRestitution(investigator, caseId);
  for (const offered of [options!.caseFiles, view!.files]) expect(offered.map(({ id }) => id)).toEqual([own]);

  const target = await asSystem((tx) =>
    tx.target.findFirstOrThrow({ where: { caseId, kind: "phone_number" } }),
  );
  const draft = await saveDraft(
    investigator,
    draftInput.parse({
      key: key(),
      caseId,
      kindCode: "SUBSCRIBER_INFO",
      addresseeOrgId: scene.telecom.id,
      urgency: "urgent",
      grounds: "Số điện thoại đã gọi cho bị hại.",
      legalBases: basesOf.SUBSCRIBER_INFO,
      targets: [{ targetId: target.id }],
      attachmentIds: [own, appellants, said],
    }),
  );
  const tied = await asSystem((tx) =>
    tx.attachment.findMany({ where: { requestId: draft.requestId }, select: { id: true } }),
  );
  expect(tied.map(({ id }) => id)).toEqual([own]);
  await expect(
    write(investigator, "update attachment set request_id = $1 where id = $2", [draft.requestId, appellants]),
  ).rejects.toThrow(/file_of_an_appeal_stays_beside_it/);

  for (const attachmentId of [appellants, said])
    await expect(draftDecision(scene, { attachmentId })).rejects.toMatchObject({
      details: { fields: { attachmentId: "file.notAttached" } },
    });
  const { decisionId } = await draftDecision(scene);
  for (const attachmentId of [appellants, said])
    await expect(
      write(investigator, "update restitution_decision set attachment_id = $1 where id = $2", [
        attachmentId,
        decisionId,
      ]),
    ).rejects.toThrow(/only a file of the case/);
});
