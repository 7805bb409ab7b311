import { randomUUID } from "node:crypto";
import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { issueAmendment } from "@/lib/requests/amendments/issue";
import { saveAmendment, submitAmendment } from "@/lib/requests/amendments/commands";
import { amendmentInput } from "@/lib/requests/amendments/schema";
import { approveRestitution, submitRestitution } from "@/lib/restitution/commands";
import { draftRestitution } from "@/lib/restitution/draft";
import { getRestitution } from "@/lib/restitution/queries";
import { restitutionInput } from "@/lib/restitution/schema";
import { setHeldScene } from "@/prisma/factories/held";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { rowOf } from "@/prisma/factories/stored";
import { expect, test } from "../fixtures";

const key = () => randomUUID();

test("the letter of an amended order says first what amended it and what it changed", async ({ as }) => {
  test.setTimeout(120_000);
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const [item] = await asSystem((tx) =>
    tx.requestItem.findMany({ where: { requestId }, orderBy: { position: "asc" } }),
  );
  const { version, disclosure } = await rowOf(requestId);
  const { amendmentId, version: drafted } = await saveAmendment(
    scene.investigator,
    amendmentInput.parse({
      key: key(),
      requestId,
      version,
      reason: "Bị hại bổ sung sao kê lần chuyển thứ hai.",
      amounts: [{ itemId: item!.id, disputedAmount: "30000000" }],
      remove: [],
      add: [],
      ...(disclosure ? { disclosure } : {}),
    }),
  );
  const at = { requestId, amendmentId };
  const submitted = await submitAmendment(scene.investigator, {
    key: key(),
    ...at,
    amendmentVersion: drafted,
  });
  const { contentHash } = await asSystem((tx) =>
    tx.amendment.findUniqueOrThrow({ where: { id: amendmentId } }),
  );
  await issueAmendment(
    { ...scene.commander, secondFactorAt: new Date() },
    { key: key(), ...at, amendmentVersion: submitted.version, contentHash },
  );
  const bank = await as(scene.liaison);
  await bank.goto(paths.letter(requestId));
  await expect(bank.getByText("Văn bản này đã được sửa đổi, bổ sung")).toBeVisible();
  await expect(
    bank.getByText(/Sửa đổi, bổ sung lần 1 .* từ 50\.000\.000 đồng thành 30\.000\.000 đồng/),
  ).toBeVisible();
});

test("minutes stand on the request's page of both sides; a decision to give back is a paper for both", async ({
  as,
}) => {
  test.setTimeout(120_000);
  const scene = await setHeldScene();
  const [bank, police] = [await as(scene.liaison), await as(scene.investigator)];
  for (const page of [bank, police]) {
    await page.goto(paths.request(scene.requestId));
    await expect(page.getByRole("link", { name: "Biên bản (PDF)" })).toBeVisible();
  }
  const view = (await getRestitution(scene.investigator, scene.caseId))!;
  const { decisionId, version } = await draftRestitution(
    scene.investigator,
    restitutionInput.parse({
      key: key(),
      caseId: scene.caseId,
      grounds: "Trả lại tiền cho bị hại, không ảnh hưởng đến việc giải quyết vụ án.",
      payee: "custody",
      custody: "tài khoản tạm giữ số 3949 tại Kho bạc Nhà nước",
      shares: view.proposed.map(({ holdId, victimId, amount }) => ({ holdId, victimId, amount })),
      beneficiaries: [],
    }),
  );
  await submitRestitution(scene.investigator, { key: key(), decisionId, version });
  const decision = (await getRestitution(scene.commander, scene.caseId))!.decisions[0]!;
  await approveRestitution(
    { ...scene.commander, secondFactorAt: new Date() },
    { key: key(), decisionId, version: decision.version, contentHash: decision.contentHash },
  );
  for (const [page, address] of [
    [police, paths.restitution(scene.caseId)],
    [bank, paths.deskReturns],
  ] as const) {
    await page.goto(address);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Tải quyết định (PDF)" }).first().click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^\d+-QD-.*\.pdf$/);
  }
  const code = (
    await asSystem((tx) => tx.restitutionDecision.findUniqueOrThrow({ where: { id: decisionId } }))
  ).checkCode!;
  await bank.goto(paths.checkOf(code));
  await expect(bank.getByText(/Có hiệu lực|còn hiệu lực/i).first()).toBeVisible();
});

test("beside the queue the talk stands below the targets: answer first", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const bank = await as(scene.liaison);
  await bank.goto(paths.queueItem(requestId));
  const [targets, talk] = [bank.locator(".targets").first(), bank.locator("#talk")];
  await expect(talk).toBeAttached();
  expect((await targets.boundingBox())!.y).toBeLessThan((await talk.boundingBox())!.y);
});
