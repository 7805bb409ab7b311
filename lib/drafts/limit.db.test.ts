import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { asActor, closeDatabase } from "@/lib/db";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { saveDraft } from "./commands";
import { getDraft } from "./queries";

afterAll(closeDatabase);

it("a membership keeps two hundred drafts: with one more the oldest goes, and nobody else's", async () => {
  const unit = await makeOrganisation("police");
  const [person, colleague] = [
    await makePerson("investigator", unit),
    await makePerson("investigator", unit),
  ];
  const count = (who = person) => asActor(who, (tx) => tx.draft.count());
  const body = { grounds: "một" };
  await saveDraft(colleague, { key: "case:new", body });
  const keys = Array.from({ length: 200 }, () => `answer:${randomUUID()}`);
  await asActor(person, (tx) =>
    tx.draft.createMany({
      data: keys.map((key, minute) => ({
        membershipId: person.membershipId,
        userId: person.userId,
        key,
        body,
        updatedAt: new Date(Date.UTC(2026, 0, 1, 0, minute)),
      })),
    }),
  );
  await saveDraft(person, { key: keys[0]!, body });
  expect(await count()).toBe(200);
  await saveDraft(person, { key: "case:new", body });
  expect([await count(), await count(colleague)]).toEqual([200, 1]);
  expect(await getDraft(person, keys[1]!), "the one that was left longest").toBeNull();
  for (const key of [keys[0]!, keys[2]!, "case:new"]) expect(await getDraft(person, key)).not.toBeNull();
});
