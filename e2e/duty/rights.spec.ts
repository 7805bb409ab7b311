import { paths } from "@/lib/paths";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { setScene } from "@/prisma/factories/scene";
import { expect, test } from "../fixtures";

test("a roster is its own organisation's, and its workbook is its keeper's", async ({ as }) => {
  const scene = await setScene();
  const leader = await makePerson("leader", await makeOrganisation("peoples_committee"));
  for (const [person, path, status] of [
    [leader, paths.duty, 404],
    [leader, paths.dutySheet, 404],
    [scene.liaison, paths.dutySheet, 404],
    [scene.investigator, paths.dutySheet, 404],
  ] as const) {
    const answer = await (await as(person)).goto(path);
    expect([path, answer?.status()]).toEqual([path, status]);
  }
  for (const person of [leader, scene.liaison, scene.investigator]) {
    const page = await as(person);
    expect((await page.request.get(paths.dutyBook)).status()).toBe(404);
  }
  for (const person of [scene.manager, scene.commander]) {
    const page = await as(person);
    expect((await page.request.get(paths.dutyBook)).status()).toBe(200);
  }
});
