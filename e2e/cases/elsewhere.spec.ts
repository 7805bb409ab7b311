import { randomUUID } from "node:crypto";
import { keyedHash } from "@/lib/access/crypto";
import { addCaseTargets } from "@/lib/cases/commands";
import { asSystem } from "@/lib/db";
import { mostNewAnHour } from "@/lib/deconfliction/schema";
import { paths } from "@/lib/paths";
import { setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

test("what could not be compared with other units' cases is said, and compared later", async ({ as }) => {
  const [{ investigator, caseId }, other] = [await setScene(), await setScene()];
  const value = `09${String(Math.floor(1e7 + Math.random() * 8e7))}`;
  for (const [actor, ofCase] of [
    [investigator, caseId],
    [other.investigator, other.caseId],
  ] as const)
    await addCaseTargets(actor, {
      key: randomUUID(),
      caseId: ofCase,
      targets: [{ kind: "phone_number", value }],
    });
  const lane = keyedHash("lane", `elsewhere:${investigator.userId}`);
  await asSystem((tx) =>
    tx.signInAttempt.createMany({
      data: Array.from({ length: mostNewAnHour }, () => ({ lane, succeeded: false })),
    }),
  );
  const unit = await asSystem((tx) => tx.organisation.findUniqueOrThrow({ where: { id: other.police.id } }));
  const page = await as(investigator);
  await page.goto(`${paths.case(caseId)}?tab=targets`);
  await expect(page.getByText(/^Chưa đối chiếu \d+ giá trị .*2\.000 giá trị mới/)).toBeVisible();
  const match = page.getByText(`gọi trực ban ${unit.shortName}`);
  await expect(match).toHaveCount(0);
  await asSystem((tx) => tx.signInAttempt.deleteMany({ where: { lane } }));
  await page.getByRole("button", { name: "Đối chiếu lại" }).click();
  await expect(match.last()).toBeVisible();
  await expect(page.getByText(/^Chưa đối chiếu/)).toHaveCount(0);
});
