import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, statement } from "@/lib/db";
import { makePerson } from "@/prisma/factories/people";
import { issue, makeDraft, setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";
import { pictures } from "../support/pictures";

const catcher = process.env.E2E_MAILS ?? "";
type Mail = { id: string; to: string; subject: string; text: string };

async function mailsOf({ userId }: Actor): Promise<Mail[]> {
  const { email } = await asSystem((tx) => tx.user.findUniqueOrThrow({ where: { id: userId } }));
  const all = (await (await fetch(`${catcher}/mails.json`)).json()) as Mail[];
  return all.filter(({ to }) => to === email);
}

test("whoever wants a mail at once gets one with number and link alone, whoever wants none gets none", async ({
  as,
}) => {
  const scene = await setScene();
  const [wants, never] = [await makePerson("liaison", scene.bank), await makePerson("liaison", scene.bank)];
  for (const [person, email] of [
    [wants, "now"],
    [never, "never"],
  ] as const)
    await asActor(person, (tx) =>
      statement(
        tx,
        "insert into notice_preference (membership_id, kind, email) values ($1, 'request.received', $2)",
        [person.membershipId, email],
      ),
    );
  const draft = await makeDraft(scene);
  const { requestId } = await issue(scene, draft);
  const { code } = await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }));
  await expect
    .poll(async () => (await mailsOf(wants)).map(({ subject }) => subject), { timeout: 20_000 })
    .toEqual([`[Lá Chắn] Yêu cầu mới nhận: ${code}`]);
  const [mail] = await mailsOf(wants);
  expect(mail!.text).toContain(`/requests/${requestId}`);
  expect(mail!.text).not.toContain(wants.name);
  expect(await mailsOf(never)).toEqual([]);
  const page = await as(wants);
  await page.goto(catcher);
  await page
    .getByRole("link", { name: `[Lá Chắn] Yêu cầu mới nhận: ${code}` })
    .first()
    .click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText(code);
  await pictures(page, "mail");
  const link = /https?:\/\/\S+\/requests\/\S+/.exec(mail!.text)![0];
  await page.goto(link);
  await expect(page.getByText(code).first()).toBeVisible();
});
