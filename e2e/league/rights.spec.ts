import { paths } from "@/lib/paths";
import { makePerson } from "@/prisma/factories/people";
import { setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

test("the league is no partner's, one's own figures are nobody else's, and neither says that it is there", async ({
  as,
}) => {
  const scene = await setScene();
  const analyst = await makePerson("analyst", scene.police);
  const asked = [
    [scene.manager, paths.league],
    [scene.liaison, paths.league],
    [scene.investigator, paths.league],
    [scene.liaison, paths.ownFigures],
    [scene.investigator, paths.ownFigures],
    [analyst, paths.leagueMethod],
    [scene.manager, paths.atRisk],
  ] as const;
  for (const [person, path] of asked) {
    const page = await as(person);
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Không tìm thấy trang này" })).toBeVisible();
  }
  for (const person of [scene.liaison, scene.investigator, analyst]) {
    const page = await as(person);
    expect((await page.request.get(paths.ownFiguresBook(""))).status()).toBe(404);
  }
});
