import { asSystem } from "@/lib/db";
import { callDuty } from "@/lib/duty/call-duty";
import { paths } from "@/lib/paths";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

test("an urgent request calls who is on duty and then the next; the desk reads who, the unit reads when and which number", async ({
  as,
}) => {
  const scene = await setScene();
  const hour = 3_600_000;
  await asSystem((tx) =>
    tx.dutyShift.createMany({
      data: [scene.liaison, scene.colleague].map(({ membershipId }, index) => ({
        orgId: scene.bank.id,
        membershipId,
        rank: index + 1,
        phone: index === 0 ? "02439411222" : null,
        fromAt: new Date(Date.now() - hour),
        toAt: new Date(Date.now() + 6 * hour),
      })),
    }),
  );
  const { requestId } = await issue(scene, await makeDraft(scene, "ACCOUNT_SUSPEND", { urgency: "urgent" }));
  const calls = () => asSystem((tx) => tx.dutyCall.count({ where: { requestId } }));
  // The worker's own tick, within seconds.
  await expect.poll(calls, { timeout: 30_000 }).toBe(1);
  await callDuty(new Date(Date.now() + 11 * 60_000));
  expect(await calls()).toBe(2);

  const police = await as(scene.investigator);
  await police.goto(paths.request(requestId));
  await expect(police.getByText("Đã gọi trực ban lúc")).toBeVisible();
  await expect(police.getByText("Đã chuyển người kế tiếp lúc")).toBeVisible();
  await expect(police.getByRole("link", { name: "02439411222" })).toBeVisible();
  expect(await police.content()).not.toContain(scene.colleague.name);
  await pictures(police, "duty-calls-police");

  const desk = await as(scene.colleague);
  await desk.goto(paths.request(requestId));
  const told = desk.locator(".card").filter({ has: desk.getByRole("heading", { name: "Gọi trực ban" }) });
  await expect(told.getByText(`1. ${scene.liaison.name}`)).toBeVisible();
  await expect(told.getByText(`2. ${scene.colleague.name}`)).toBeVisible();
  await desk.goto(paths.duty);
  await expect(desk.getByRole("link", { name: "02439411222" }).first()).toBeVisible();
});
