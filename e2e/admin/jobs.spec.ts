import { randomUUID } from "node:crypto";
import { asSystem, statement } from "@/lib/db";
import { paths } from "@/lib/paths";
import { makeAdministrator } from "@/prisma/factories/people";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

test("an administrator sees what the workers do and discards a job that was given up, with a reason", async ({
  as,
}) => {
  const id = await asSystem(async (tx) => {
    const { rows } = await statement<{ id: string }>(
      tx,
      "select id::text from graphile_worker.add_job('clean-up', max_attempts := 1, run_at := now() + interval '1 day')",
      [],
    );
    await statement(tx, "update graphile_worker._private_jobs set attempts = 1 where id = $1", [rows[0]!.id]);
    return rows[0]!.id;
  });
  const page = await as(await makeAdministrator());
  await page.goto(paths.adminJobs);
  await expect(page.getByRole("heading", { level: 1, name: "Tác vụ nền" })).toBeVisible();
  await expect(page.getByText("Báo tin cho người liên quan")).toBeVisible();
  await expect(page.getByText("Không có tiến trình nền nào đang chạy")).toHaveCount(0);
  await pictures(page, "jobs", true);
  await page.setViewportSize({ width: 1280, height: 900 });
  const row = page.getByRole("row").filter({ hasText: id });
  await row.getByRole("button", { name: "Hủy bỏ" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Hủy bỏ" }).click();
  await expect(dialog.getByText(/Mục này bắt buộc|ít nhất/).first()).toBeVisible();
  await dialog.getByLabel("Lý do").fill("Tác vụ thử, không cần chạy");
  await dialog.getByRole("button", { name: "Hủy bỏ" }).click();
  await expect(dialog).toHaveCount(0);
  await expect
    .poll(async () =>
      asSystem(
        async (tx) => (await statement(tx, "select 1 from graphile_worker.jobs where id = $1", [id])).count,
      ),
    )
    .toBe(0);
});

test("an administrator discards a row that was set aside, with a reason", async ({ as }) => {
  const rowId = randomUUID();
  await asSystem((tx) =>
    statement(
      tx,
      `insert into set_aside (source, row_id, tries, since, failed_at, next_at, error_name)
        values ('urges', $1, 9, now() - interval '2 days', now() - interval '1 minute', now() + interval '1 hour', 'TypeError')`,
      [rowId],
    ),
  );
  const page = await as(await makeAdministrator());
  await page.goto(paths.adminJobs);
  await page
    .getByRole("row")
    .filter({ hasText: rowId })
    .getByRole("button", { name: "Bỏ qua dòng này" })
    .click();
  const dialog = page.getByRole("dialog");
  await dialog.getByLabel("Lý do").fill("Dòng lỗi từ đợt thử, không còn ai cần");
  await dialog.getByRole("button", { name: "Bỏ qua dòng này" }).click();
  await expect(dialog).toHaveCount(0);
  await expect.poll(() => asSystem((tx) => tx.setAside.count({ where: { source: "urges", rowId } }))).toBe(0);
});
