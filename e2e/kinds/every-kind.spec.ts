import type { Page } from "@playwright/test";
import { formatDateTime } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";
import { columnsOf, kindCodes, kindOf } from "@/lib/requests/kinds";
import type { Field } from "@/lib/requests/kinds/field";
import vi from "@/messages/vi.json" with { type: "json" };
import { sampleFields } from "@/prisma/factories/kind-samples";
import {
  contextOf,
  makeAnswerFile,
  makeAsked,
  makeHeld,
  makeTargets,
  signAs,
} from "@/prisma/factories/kinds";
import { initiate, setScene } from "@/prisma/factories/scene";
import { asSystem } from "@/lib/db";
import { rowOf } from "@/prisma/factories/stored";
import { expect, test } from "../fixtures";

const labels = vi.answers.fields as Record<string, string>;
const outcomes = vi.outcomes as Record<string, string>;
const named = (field: Field) => new RegExp(`^${labels[field.key]!.replace(/[()]/g, "\\$&")}`);

/** Fills in the fields of a form by their labels, as a person reads them. */
async function fill(page: Page, fields: readonly Field[], values: Record<string, unknown>): Promise<void> {
  for (const field of fields) {
    const value = values[field.key];
    if (value === undefined || field.type === "transfers" || field.type === "file") continue;
    if (field.type === "files") await page.getByRole("checkbox", { name: "sao-ke.xlsx" }).first().check();
    else if (field.type === "enum") await page.getByLabel(named(field)).first().selectOption(String(value));
    else
      await page
        .getByRole("textbox", { name: named(field) })
        .first()
        .fill(field.type === "instant" ? formatDateTime(String(value)) : String(value));
  }
}

for (const code of kindCodes) {
  const kind = kindOf(code);
  test(`${code}: drafted, signed, answered and accepted, each at their own screen`, async ({ as }) => {
    test.setTimeout(90_000);
    const scene = await setScene();
    const asked = await makeAsked(code);
    const [targetId] = await makeTargets(scene, code, 1, asked.organisation);
    const parentId = kind.needsParent.length > 0 ? await makeHeld(scene, asked, [targetId!]) : null;
    if (["ACCOUNT_FREEZE", "ACCOUNT_UNFREEZE", "CALL_RECORDS"].includes(code))
      await initiate(scene.commander, scene.caseId);
    const [police, desk] = [await as(scene.investigator), await as(asked.desk)];

    await police.goto(`${paths.newRequest(scene.caseId)}?target=${targetId}`);
    await police.getByLabel("Loại yêu cầu").selectOption(code);
    await police.getByLabel("Nơi nhận", { exact: true }).selectOption({ label: asked.organisation.name });
    if (parentId) await police.getByLabel(/^Lệnh (được giải tỏa|đang giữ tiền)/).selectOption(parentId);
    if (kind.asksAmount) {
      await police.getByLabel("Số tiền tranh chấp", { exact: true }).fill("5.000.000");
      await police.getByRole("textbox", { name: /^Căn cứ giữ vượt/ }).fill("Nhận tiền của nhiều bị hại.");
    }
    const context = contextOf(scene);
    const { request, target } = kind.details;
    const requiredOnly = (fields: readonly Field[]) =>
      fields.filter(({ key, required }) => required || kind.details.oneOf?.includes(key));
    await fill(police, request, sampleFields(request, context));
    await fill(police, requiredOnly(target), sampleFields(requiredOnly(target), context));
    // A kind of which the register names no basis: the drafter states his.
    const stated = police.getByRole("textbox", { name: /^Căn cứ pháp lý/ });
    if (await stated.isVisible()) await stated.fill("Kế hoạch phối hợp số 12/KH-CAT ngày 05/01/2026");
    await police
      .getByLabel("Căn cứ thực tế")
      .fill("Bị hại tố giác; có sao kê và ảnh chụp màn hình kèm theo.");
    await police.getByRole("button", { name: "Trình ký" }).click();
    await expect(police).toHaveURL(/\/requests\/[0-9a-f-]{36}$/);
    const requestId = /requests\/([0-9a-f-]{36})/.exec(police.url())![1]!;
    const { version, status } = await rowOf(requestId);
    expect(status).toBe("PENDING_SIGNATURE");
    // The signature itself has its own journeys; here its act is enough.
    await signAs(scene, code, { requestId, version });

    if (Object.values(kind.columns).some((fields) => fields.some(({ type }) => type === "files")))
      await makeAnswerFile(asked, requestId, scene.caseId);
    await desk.goto(paths.queueItem(requestId));
    if (kind.hold === null) {
      const outcome = kind.outcomes[0]!;
      await desk.getByRole("radio", { name: outcomes[outcome], exact: true }).check();
      const columns = columnsOf(code, outcome).filter(({ required }) => required);
      const values = sampleFields(columns, context);
      const hold = parentId
        ? await asSystem((tx) => tx.hold.findFirst({ where: { requestId: parentId } }))
        : null;
      if (code === "HOLD_EXTENSION")
        values.until = new Date(hold!.untilAt!.getTime() + 3_600_000).toISOString();
      await fill(desk, columns, values);
    } else {
      await desk.getByRole("button", { name: /^Giữ đủ/ }).click();
      if (code === "ACCOUNT_FREEZE") await desk.getByLabel("Số biên bản").fill("12/BB-PT");
    }
    await desk.getByRole("button", { name: /^Gửi(:| trả lời)/ }).click();
    await expect.poll(async () => (await rowOf(requestId)).status).toBe("ANSWERED");

    await police.reload();
    await expect(police.getByText(outcomes[kind.outcomes[0]!]!, { exact: true }).first()).toBeVisible();
    await police.getByRole("button", { name: "Chấp nhận" }).click();
    await expect.poll(async () => (await rowOf(requestId)).status).toBe("ACCEPTED");
  });
}
