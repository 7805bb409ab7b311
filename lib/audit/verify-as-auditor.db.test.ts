import { afterAll, beforeAll, beforeEach, expect, it, vi } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { record } from "./record";
import { verifyAsAuditor } from "./verify-as-auditor";
import type * as verification from "./verify";
import { verifyRecord } from "./verify";

vi.mock("./verify", async (load) => {
  const real = await load<typeof verification>();
  return { ...real, verifyRecord: vi.fn(real.verifyRecord) };
});
afterAll(closeDatabase);

let auditor: Actor;
let colleague: Actor;
beforeAll(async () => {
  const unit = await makeOrganisation("police", { provinceCode: "A2" });
  auditor = await makePerson("auditor", unit);
  colleague = await makePerson("auditor", unit);
  await asActor(auditor, (tx) => record(tx, auditor, { type: "case.noted" }));
});

// Running verifications stop here until the test lets them go on: no clock decides who overlaps with whom.
let goOn: () => void;
beforeEach(() => {
  const gate = new Promise<void>((open) => (goOn = open));
  vi.mocked(verifyRecord).mockClear();
  vi.mocked(verifyRecord).mockImplementation(async (options) => {
    await gate;
    return (await vi.importActual<typeof verification>("./verify")).verifyRecord(options);
  });
});
const running = (count: number) => vi.waitFor(() => expect(verifyRecord).toHaveBeenCalledTimes(count));
const verified = () =>
  asSystem((tx) => tx.event.count({ where: { type: "audit.verified", actorId: auditor.userId } }));

it("of sixteen verifications that one person starts at once, one runs and the others are told so", async () => {
  const before = await verified();
  const all = Array.from({ length: 16 }, () => verifyAsAuditor(auditor));
  const answers = Promise.allSettled(all);
  await running(1);
  await expect(verifyAsAuditor(auditor)).rejects.toMatchObject({ code: "too-many" });
  goOn();
  const refused = (await answers).filter((answer) => answer.status === "rejected");
  expect(refused.map(({ reason }) => (reason as { code: string }).code)).toEqual(Array(15).fill("too-many"));
  expect(verifyRecord).toHaveBeenCalledTimes(1);
  expect(await verified()).toBe(before + 1);
});

it("runs again as soon as the last one has ended", async () => {
  goOn();
  for (let round = 0; round < 3; round++)
    expect(await verifyAsAuditor(auditor)).toMatchObject({ broken: null });
});

it("holds nobody else up", async () => {
  const mine = verifyAsAuditor(auditor);
  const theirs = verifyAsAuditor(colleague);
  await running(2);
  goOn();
  await expect(Promise.all([mine, theirs])).resolves.toHaveLength(2);
});

it("gives the place back when a verification fails", async () => {
  vi.mocked(verifyRecord).mockRejectedValueOnce(new Error("away"));
  await expect(verifyAsAuditor(auditor)).rejects.toThrow("away");
  goOn();
  await expect(verifyAsAuditor(auditor)).resolves.toMatchObject({ broken: null });
});

it("whose process died is waited for ten minutes, not for ever", async () => {
  const lost = verifyAsAuditor(auditor);
  await running(1);
  const age = (minutes: number) =>
    asSystem(
      (tx) =>
        tx.$executeRaw`update sign_in_attempt set at = at - make_interval(mins => ${minutes}::int) where not succeeded`,
    );
  await age(9);
  await expect(verifyAsAuditor(auditor)).rejects.toMatchObject({ code: "too-many" });
  await age(1);
  goOn();
  await expect(verifyAsAuditor(auditor)).resolves.toMatchObject({ broken: null });
  await lost;
});
