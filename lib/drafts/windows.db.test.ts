import { afterAll, expect, it } from "vitest";
import { closeDatabase } from "@/lib/db";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { saveDraft } from "./commands";
import { getDraft } from "./queries";

afterAll(closeDatabase);

it("a window that knows only an older draft does not write over a newer one until it is told to", async () => {
  const person = await makePerson("investigator", await makeOrganisation("police"));
  const keep = (grounds: string, since: string | null) =>
    saveDraft(person, { key: "case:new", body: { grounds }, since });
  const first = await keep("một", null);
  const second = await keep("hai", first.savedAt);
  // The same once more, its first answer lost on the way: not another window's.
  expect(await keep("hai", first.savedAt)).toEqual(second);
  await expect(keep("ba", null)).rejects.toMatchObject({
    code: "changed-meanwhile",
    details: { by: { at: second.savedAt } },
  });
  expect((await getDraft(person, "case:new"))?.body).toEqual({ grounds: "hai" });
  await keep("ba", second.savedAt);
  expect((await getDraft(person, "case:new"))?.body).toEqual({ grounds: "ba" });
});
