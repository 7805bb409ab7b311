import { expect, test } from "@playwright/test";
import { asSystem } from "@/lib/db";
import { actionNamed, Client, filled, isClosed } from "../support/http";
import { cookieOf } from "../support/session";
import { makeCast } from "./cast";

/** The one action here that takes a form: React sends it in parts, the form's fields under its number. */
function switchForm(membershipId: string): FormData {
  const form = new FormData();
  form.set("1_membershipId", membershipId);
  form.set("0", '["$K1"]');
  return form;
}

test("nobody acts in another's membership, with half a session, or after it was ended", async ({
  baseURL,
}) => {
  const { people } = await makeCast();
  const { drafter, admin } = people;
  const client = new Client(baseURL!, await cookieOf(drafter));
  const { id, page } = actionNamed("switchMembershipAction");
  const switched = await client.send(filled(page), {
    method: "POST",
    headers: { "next-action": id, origin: baseURL! },
    body: switchForm(admin.membershipId),
  });
  expect(switched.headers.get("set-cookie") ?? "", "no new session").not.toContain("lachan-session");
  expect(isClosed(await client.get("/admin")), "still not an administrator").toBe(true);

  const other = new Client(baseURL!, await cookieOf(people.commander));
  const { id: sessionId } = await asSystem((tx) =>
    tx.session.findFirstOrThrow({ where: { userId: drafter.userId } }),
  );
  await other.act("endSessionsAction", { sessionId });
  expect(isClosed(await client.get("/cases")), "his session is not another's to end").toBe(false);

  const half = new Client(baseURL!, await cookieOf(admin, null));
  expect((await half.get("/admin")).location, "second factor first").toContain("/sign-in");
  expect((await half.act("findPeopleAction", { text: "Người" })).result?.code).toBe("signed-out");

  await asSystem((tx) =>
    tx.session.updateMany({ where: { userId: drafter.userId }, data: { endedAt: new Date() } }),
  );
  expect((await client.get("/cases")).location, "ended").toContain("/sign-in");
  expect((await client.act("keepDraftAction", { key: "case:new", body: {} })).result?.code).toBe(
    "signed-out",
  );

  const suspended = new Client(baseURL!, await cookieOf(admin));
  expect((await suspended.get("/admin")).status).toBe(200);
  await asSystem((tx) => tx.user.update({ where: { id: admin.userId }, data: { suspendedAt: new Date() } }));
  expect((await suspended.get("/admin")).location, "suspended").toContain("/sign-in");

  const forged = new Client(baseURL!, `${await cookieOf(people.leader)}x`);
  expect((await forged.get("/province")).location, "forged").toContain("/sign-in");
});
