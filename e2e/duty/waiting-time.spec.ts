import { paths } from "@/lib/paths";
import { makeAdministrator } from "@/prisma/factories/people";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

test("an administrator says how long urgent work waits for who is on duty, and how long at most", async ({
  as,
}) => {
  const page = await as(await makeAdministrator());
  await page.goto(paths.adminLadder);
  await page.getByRole("button", { name: "Đổi thời gian chờ" }).click();
  const dialog = page.getByRole("dialog");
  const save = dialog.getByRole("button", { name: "Lưu" });
  const names = [
    "Mặc định, việc khẩn (phút)",
    "Mặc định, việc hỏa tốc (phút)",
    "Tối đa, việc khẩn (phút)",
    "Tối đa, việc hỏa tốc (phút)",
  ];
  const fields = names.map((name) => dialog.getByLabel(name));
  const before = await Promise.all(fields.map((field) => field.inputValue()));
  for (const field of fields) await field.fill("");
  await save.click();
  for (const field of fields) await expect(field).toHaveAccessibleDescription(/trong khoảng cho phép/);
  await pictures(page, "waiting-time-errors");

  // What organisations may set at most is no less than what stands where they set nothing.
  const [urgent, emergency, mostUrgent, mostEmergency] = fields;
  await urgent!.fill(before[0]!);
  await emergency!.fill(before[1]!);
  await mostUrgent!.fill(String(Number(before[0]) - 1));
  await mostEmergency!.fill(before[3]!);
  await save.click();
  await expect(mostUrgent!).toHaveAccessibleDescription(/không được ngắn hơn mức mặc định/);

  // A minute less than the longest there may be: nobody who is called at the same time waits otherwise.
  await mostUrgent!.fill("239");
  await dialog.getByLabel("Căn cứ").fill("Quy chế trực ban");
  await save.click();
  await expect(page.getByText("Đã đặt thời gian chờ.")).toBeVisible();
  await page.reload();
  await expect(page.getByText(/đơn vị được đặt tối đa 239 và 120 phút/)).toBeVisible();
  await expect(page.getByText("Quy chế trực ban")).toBeVisible();
  await pictures(page, "waiting-time", true);
});
