import { afterAll, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { keyedHash } from "./crypto";
import { inviteFirstAdministrator } from "./first-admin";

afterAll(closeDatabase);

it("opens a new installation once, by an invitation whose token is kept only as a hash", async () => {
  await asSystem(
    (tx) => tx.$executeRaw`update membership set roles = '{auditor}' where 'admin' = any(roles)`,
  );
  const token = await inviteFirstAdministrator("First@Example.vn ", "Nguyễn Văn Đầu");
  const invitation = await asSystem((tx) =>
    tx.invitation.findUniqueOrThrow({ where: { tokenHash: keyedHash("invitation", token) } }),
  );
  const user = await asSystem((tx) =>
    tx.user.findUniqueOrThrow({ where: { id: invitation.userId }, include: { memberships: true } }),
  );
  expect(user).toMatchObject({ email: "first@example.vn", memberships: [{ roles: ["admin"] }] });
  const hours = (invitation.expiresAt.getTime() - Date.now()) / 3_600_000;
  expect(hours, "as long as any other").toBeCloseTo(72, 1);
  await expect(inviteFirstAdministrator("second@example.vn", "Người Thứ Hai")).rejects.toMatchObject({
    code: "not-now",
  });
});
