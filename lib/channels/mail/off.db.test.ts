import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { env } from "@/lib/env";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { planDigests } from "./digest";

afterAll(closeDatabase);

it("plans no collected mail where there is no mail server, and leaves what gathered waiting", async () => {
  expect(env().mail).toBeNull();
  const { membershipId, orgId } = await makePerson("liaison", await makeOrganisation("bank"));
  const { id: notificationId } = await asSystem((tx) =>
    tx.notification.create({ data: { eventId: randomUUID(), membershipId, orgId, kind: "request.message" } }),
  );
  const where = { notificationId };
  await asSystem((tx) => tx.digestEntry.create({ data: { notificationId, membershipId } }));
  expect(await planDigests()).toBe(0);
  expect(await asSystem((tx) => tx.digestEntry.findUniqueOrThrow({ where }))).toMatchObject({
    closedAt: null,
  });
  expect(await asSystem((tx) => tx.delivery.count({ where: { membershipId } }))).toBe(0);
  await asSystem((tx) => tx.digestEntry.update({ where, data: { closedAt: new Date() } }));
});
