import { newTotpSecret } from "@/lib/access/totp";
import { asSystem } from "@/lib/db";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { enrol } from "@/prisma/factories/sign-in";
import { expect, test } from "../fixtures";

test("in the demo one click signs a person in", async ({ page }) => {
  const { userId, orgId } = await makePerson("investigator", await makeOrganisation("police"));
  await enrol(userId, "not-used", newTotpSecret());
  const { shortName } = await asSystem(async (tx) => {
    await tx.user.update({ where: { id: userId }, data: { email: `${userId}@lachan.example` } });
    return tx.organisation.findUniqueOrThrow({ where: { id: orgId } });
  });
  await page.goto("/sign-in");
  await page.getByRole("button", { name: userId }).click();
  await expect(page.getByRole("banner")).toContainText(shortName);
});
