import pg from "pg";
import { asSystem } from "@/lib/db";
import { paths } from "@/lib/paths";
import { makePerson } from "@/prisma/factories/people";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

const send = async (scene: Scene, kind: "ACCOUNT_SUSPEND" | "SUBSCRIBER_INFO" = "ACCOUNT_SUSPEND") =>
  issue(scene, await makeDraft(scene, kind));
const rowOf = (id: string) => asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id } }));

/** Writes past every rule of the database, as somebody would who holds its server. */
async function tamper(sql: string, values: unknown[]): Promise<void> {
  const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await owner.connect();
  await owner.query("begin");
  await owner.query("set local session_replication_role = replica");
  await owner.query(sql, values);
  await owner.query("commit");
  await owner.end();
}

test("a desk sees the tick, who signed for which unit, the register's number and what is known of the signer", async ({
  as,
}) => {
  const scene = await setScene();
  await asSystem((tx) =>
    tx.organisation.update({ where: { id: scene.police.id }, data: { dutyPhone: "0210 355 0113" } }),
  );
  const { requestId } = await send(scene);
  const bank = await as(scene.liaison);
  await bank.goto(paths.queueItem(requestId));
  const proof = bank.getByRole("region", { name: "Xác thực yêu cầu" });
  await expect(proof).toContainText("Đã xác thực chữ ký");
  await expect(proof).toContainText(scene.commander.name);
  await expect(proof).toContainText(scene.police.name);
  await expect(proof.getByRole("link", { name: "0210 355 0113" })).toBeVisible();
  await expect(proof.getByText("Lần đầu người ký gửi tới đơn vị bạn")).toBeVisible();
  await expect(proof.getByText(/Tài khoản mở hôm đó/)).toBeVisible();
});

test("one changed digit in the database is red, bars every act and is held for a supervisor", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await send(scene);
  await tamper(
    "update request_item set value = '19036688990011', display = '19036688990011' where request_id = $1 and position = 1",
    [requestId],
  );
  const bank = await as(scene.liaison);
  await bank.goto(paths.request(requestId));
  await expect(bank.getByText("Không xác thực được yêu cầu này")).toBeVisible();
  for (const name of ["Gửi(:| trả lời)", "Hỏi lại", "Từ chối", "Nhận"])
    await expect(bank.getByRole("button", { name: new RegExp(`^${name}`) })).toHaveCount(0);
  await expect.poll(async () => (await rowOf(requestId)).suspicion).toBe("content_changed");
  const supervisor = await as(await makePerson("commander", scene.police));
  await supervisor.goto(paths.suspicions);
  await expect(supervisor.getByRole("cell", { name: "Nội dung không khớp bản đã ký" })).toBeVisible();
});

test("two presses hold an order: its sender is out, others are warned, a supervisor decides", async ({
  as,
}) => {
  const scene = await setScene();
  const { requestId } = await send(scene);
  const other = await send(scene, "SUBSCRIBER_INFO");
  const sender = await as(scene.commander);
  await sender.goto(paths.signing);
  await expect(sender).toHaveURL(/\/signing/);
  const telecom = await as(scene.telecomLiaison);
  await telecom.goto(paths.request(other.requestId));
  await expect(telecom.getByText(/đang bị nghi giả mạo/)).toHaveCount(0);

  const bank = await as(scene.liaison);
  await bank.goto(paths.request(requestId));
  await bank.getByRole("button", { name: "Nghi giả mạo" }).click();
  const dialog = bank.getByRole("dialog");
  // No reason is proposed, and another reason is said in words.
  await dialog.getByRole("button", { name: "Dừng yêu cầu và báo" }).click();
  await expect(dialog.getByText("Chọn một lý do.")).toBeVisible();
  await dialog.getByLabel("Lý do", { exact: true }).selectOption("other");
  await dialog.getByRole("button", { name: "Dừng yêu cầu và báo" }).click();
  await expect(dialog.getByText("Ghi rõ lý do.")).toBeVisible();
  await dialog.getByLabel("Lý do", { exact: true }).selectOption("unusual_content");
  await dialog.getByRole("checkbox", { name: "Đã gọi lại số trực ban trong danh bạ" }).check();
  await dialog.getByLabel("Kết quả gọi lại").selectOption("denied");
  await dialog.getByRole("button", { name: "Dừng yêu cầu và báo" }).click();
  await expect(bank.getByText("Yêu cầu đang dừng vì nghi giả mạo.")).toBeVisible();
  await expect(bank.getByText(/Đã gọi lại số trực ban: nói không gửi yêu cầu này/).first()).toBeVisible();
  await expect(bank.getByText(/^Thật: /)).toHaveCount(0);
  await expect(bank.getByText("dừng tính giờ").first()).toBeVisible();
  await expect(bank.getByRole("button", { name: /^Gửi(:| trả lời)/ })).toHaveCount(0);

  // The sender's next request finds no session any more.
  await sender.goto(paths.requests);
  await expect(sender).toHaveURL(/\/sign-in/);
  // The other addressee hears of it without a press, and of nothing else.
  await expect(
    telecom.getByText(/một yêu cầu khác của người ký hoặc người soạn đang bị nghi giả mạo/),
  ).toBeVisible({
    timeout: 10_000,
  });

  const supervisor = await as(await makePerson("commander", scene.police));
  await supervisor.goto(paths.suspicions);
  await supervisor.getByRole("link", { name: (await rowOf(requestId)).code }).click();
  await supervisor.getByRole("button", { name: "Kết luận" }).click();
  await supervisor.getByLabel("Căn cứ kết luận").fill("Đã gọi điều tra viên, đúng là yêu cầu của đơn vị.");
  await supervisor.getByRole("button", { name: "Ghi kết luận" }).click();
  await expect.poll(async () => (await rowOf(requestId)).suspectedAt).toBeNull();
  await bank.reload();
  await expect(bank.getByRole("button", { name: /^Gửi(:| trả lời)/ })).toBeVisible();
});

test("a queue shows what is doubted in a tab of its own", async ({ as }) => {
  const scene = await setScene();
  const { requestId } = await send(scene);
  const bank = await as(scene.liaison);
  await bank.goto(paths.queueItem(requestId));
  await bank.getByRole("button", { name: "Nghi giả mạo" }).click();
  await bank.getByLabel("Lý do").selectOption("call_back_failed");
  await bank.getByLabel("Ghi thêm").fill("Số máy gọi lại không có người tên này.");
  await bank.getByRole("button", { name: "Dừng yêu cầu và báo" }).click();
  await expect.poll(async () => (await rowOf(requestId)).suspicion).toBe("call_back_failed");
  await bank.goto(`${paths.queue}?tab=suspected`);
  await expect(bank.getByRole("link", { name: /^Nghi giả mạo/ })).toHaveAttribute("aria-current", "page");
  await expect(bank.getByRole("table").getByText("Nghi giả mạo")).toBeVisible();
});
