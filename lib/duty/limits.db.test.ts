import { randomUUID } from "node:crypto";
import { afterAll, expect, it } from "vitest";
import { asActor, closeDatabase } from "@/lib/db";
import { makeAdministrator, makeOrganisation, makePerson } from "@/prisma/factories/people";
import { write, writesNothing } from "@/prisma/factories/sides";
import { setLimit } from "./limit-commands";
import { limitAt } from "./limits";
import { setDutyPolicy } from "./policy-commands";
import { getDutyPolicy } from "./queries";

afterAll(closeDatabase);
const key = () => randomUUID();

it("the time to wait is never longer than the administrator lets it be, who alone sets that", async () => {
  const unit = await makeOrganisation("bank");
  const head = await makePerson("liaison_manager", unit);
  const admin = await makeAdministrator();
  const own = { key: key(), urgentMinutes: 60, emergencyMinutes: 30 };
  await setLimit(head, own);
  const first = await getDutyPolicy(admin);
  const policy = { ...first, mostUrgentMinutes: 45, mostEmergencyMinutes: 20, source: undefined };
  await expect(setDutyPolicy(head, { key: key(), ...policy })).rejects.toMatchObject({ code: "not-allowed" });
  await writesNothing(
    head,
    "insert into duty_policy (urgent_minutes, emergency_minutes, most_urgent_minutes, most_emergency_minutes, set_by_id) values (1, 1, 1, 1, $1)",
    [head.membershipId],
  );
  await setDutyPolicy(admin, { key: key(), ...policy });
  try {
    expect(await getDutyPolicy(admin)).toEqual({ ...policy, source: null });
    const at = (when: number) => asActor(head, (tx) => limitAt(tx, unit.id, new Date(when)));
    expect(await at(Date.now() + 1_000)).toEqual({
      urgentMinutes: 45,
      emergencyMinutes: 20,
      isDefault: false,
    });
    await expect(setLimit(head, { ...own, key: key() })).rejects.toMatchObject({
      details: {
        fields: { urgentMinutes: "duty.errors.aboveMost", emergencyMinutes: "duty.errors.aboveMost" },
      },
    });
    await expect(
      write(
        head,
        "insert into duty_limit (org_id, urgent_minutes, emergency_minutes, set_by_id) values ($1, 60, 30, $2)",
        [unit.id, head.membershipId],
      ),
    ).rejects.toThrow(/does not lie so long/);
  } finally {
    await setDutyPolicy(admin, { key: key(), ...first, source: undefined });
  }
});
