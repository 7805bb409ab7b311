import { createHash, randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkLetter } from "@/lib/check/check-letter";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { officeTexts } from "@/lib/files/office-text";
import { approveRestitution, cancelRestitution, submitRestitution } from "@/lib/restitution/commands";
import { draftRestitution } from "@/lib/restitution/draft";
import { getRestitution } from "@/lib/restitution/queries";
import { restitutionInput } from "@/lib/restitution/schema";
import { type HeldScene, setHeldScene } from "@/prisma/factories/held";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { exportRestitution } from "./export-restitution";

afterAll(closeDatabase);
let scene: HeldScene;
let id: string;
const key = () => randomUUID();
const custody = "tài khoản tạm giữ số 3949 tại Kho bạc Nhà nước";
const wordsOf = async (actor: HeldScene["investigator"]) =>
  [...officeTexts(Buffer.from((await exportRestitution(actor, id, "docx")).bytes))].join("\n");
const codeOf = async () =>
  (await asSystem((tx) => tx.restitutionDecision.findUniqueOrThrow({ where: { id } }))).checkCode!;

beforeAll(async () => {
  scene = await setHeldScene();
  const view = (await getRestitution(scene.investigator, scene.caseId))!;
  const input = {
    key: key(),
    caseId: scene.caseId,
    grounds: "Trả lại tiền cho bị hại, không ảnh hưởng đến việc giải quyết vụ án.",
    payee: "custody",
    custody,
    shares: view.proposed.map(({ holdId, victimId, amount }) => ({ holdId, victimId, amount })),
    beneficiaries: [],
  };
  const drafted = await draftRestitution(scene.investigator, restitutionInput.parse(input));
  id = drafted.decisionId;
  const { version } = drafted;
  await submitRestitution(scene.investigator, { key: key(), decisionId: id, version });
});

describe("the paper of a decision to give back", () => {
  it("is a draft for its unit and not there for the holder before it is approved", async () => {
    expect(await wordsOf(scene.commander)).toContain("cấp khi ký");
    await expect(exportRestitution(scene.liaison, id, "pdf")).rejects.toMatchObject({ code: "not-found" });
    expect(await checkLetter(await codeOf(), `192.0.2.${key()}`)).toBe("unknown");
  });

  it("has its number, its code and its mark in the record; the holder takes an extract without victims", async () => {
    const decision = (await getRestitution(scene.commander, scene.caseId))!.decisions[0]!;
    await approveRestitution(
      { ...scene.commander, secondFactorAt: new Date() },
      { key: key(), decisionId: id, version: decision.version, contentHash: decision.contentHash },
    );
    const whole = await wordsOf(scene.investigator);
    const { documentNumber } = (await getRestitution(scene.commander, scene.caseId))!.decisions[0]!;
    for (const said of [
      `Số: ${documentNumber!}`,
      "70.000.000",
      "Trần Thị Minh Họa",
      (await codeOf()).slice(0, 5),
    ])
      expect(whole).toContain(said);
    const extract = await wordsOf(scene.liaison);
    expect(extract).toContain("(TRÍCH)");
    expect(extract).toContain(custody);
    for (const secret of ["Minh Họa", "VV-"]) expect(extract).not.toContain(secret);
    const { name, bytes } = await exportRestitution(scene.liaison, id, "pdf");
    expect(name).toMatch(/^\d+-QD-[A-Z0-9]+\.pdf$/);
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe("%PDF-");
    const line = await asActor(scene.liaison, (tx) =>
      tx.exportRecord.findFirst({ where: { kind: "restitution_pdf" }, orderBy: { madeAt: "desc" } }),
    );
    expect(line!.sha256).toBe(createHash("sha256").update(bytes).digest("hex"));
    expect(await checkLetter(await codeOf(), `192.0.2.${key()}`)).toBe("valid");
  });

  it("is not found for whoever is neither, as one that does not exist", async () => {
    const others = [
      await makePerson("liaison", await makeOrganisation("bank", { provinceCode: null })),
      await makePerson("prosecutor", scene.procuracy),
      await makePerson("commander", await makeOrganisation("police")),
    ];
    for (const actor of others)
      for (const asked of [id, key()])
        await expect(exportRestitution(actor, asked, "pdf")).rejects.toMatchObject({ code: "not-found" });
  });

  it("says on the public page when it was called back, and gives nobody its code to choose", async () => {
    const { version } = (await getRestitution(scene.commander, scene.caseId))!.decisions[0]!;
    const reason = "Bị hại đề nghị chờ bản án.";
    await cancelRestitution(scene.commander, { key: key(), decisionId: id, version, reason });
    expect(await checkLetter(await codeOf(), `192.0.2.${key()}`)).toBe("withdrawn");
    await expect(
      asActor(scene.commander, (tx) =>
        tx.restitutionDecision.updateMany({ where: { id }, data: { checkCode: "0000000000" } }),
      ),
    ).rejects.toThrow(/permission denied/);
  });
});
