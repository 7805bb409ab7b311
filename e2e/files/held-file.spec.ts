import { randomUUID } from "node:crypto";
import { asSystem } from "@/lib/db";
import { addFiles } from "@/lib/files/uploads";
import { paths } from "@/lib/paths";
import { answerNext } from "@/prisma/factories/answered";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

test("a file that waits for the scanner is its sender's alone until it is clean", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await makeAcknowledged(scene);
  const name = `bien ban ${randomUUID().slice(0, 8)}.txt`;
  const { added } = await addFiles(scene.liaison, { requestId }, [
    { name, bytes: Buffer.from(randomUUID()) },
  ]);
  const { id } = added[0]!;
  const become = (scanState: string, scanReason: string | null = null) =>
    asSystem((tx) => tx.attachment.updateMany({ where: { id }, data: { scanState, scanReason } }));
  await become("waiting");

  const [bank, police] = [await as(scene.liaison), await as(scene.investigator)];
  await bank.goto(paths.request(requestId));
  await expect(bank.getByText(name)).toBeVisible();
  await expect(bank.getByText("Đang chờ kiểm tra")).toBeVisible();
  await expect(bank.getByRole("link", { name })).toHaveCount(0);
  await police.goto(paths.request(requestId));
  await expect(police.getByRole("heading", { level: 1 })).toBeVisible();
  await expect(police.getByText(name)).toHaveCount(0);
  expect((await police.request.get(paths.file(id))).status()).toBe(404);
  expect((await bank.request.get(paths.file(id))).status()).not.toBe(200);

  await become("refused", "Eicar-Test-Signature");
  await bank.reload();
  await expect(bank.getByText("Bị từ chối: có mã độc (Eicar-Test-Signature)")).toBeVisible();
  await police.reload();
  await expect(police.getByText(name)).toHaveCount(0);

  // What a desk lays beside its answer goes out with the answer.
  await become("clean");
  await answerNext(scene.liaison, requestId);
  await police.reload();
  await expect(police.getByRole("link", { name })).toBeVisible();
});

test("the administrator reads that no scanner is set", async ({ as }) => {
  const admin = await as(await makePerson("admin", await makeOrganisation("operator")));
  await admin.goto(paths.admin);
  await expect(admin.getByText("Chưa đặt bộ quét mã độc.")).toBeVisible();
});
