import { randomUUID } from "node:crypto";
import { describe, expect, it } from "vitest";
import { asSystem } from "@/lib/db";
import { issue, makeAcknowledged, makeDraft, readHash, setScene } from "@/prisma/factories/scene";
import { makePerson } from "@/prisma/factories/people";
import { answerItem } from "@/lib/requests/desk/answers";
import { submitRequest } from "@/lib/requests/commands";
import { getSigningStack } from "./queries";
import { signMany } from "./sign-many";

const key = () => randomUUID();

describe("the signer's stack", () => {
  it("puts the most urgent first and shows the hash of exactly what would be signed", async () => {
    const scene = await setScene();
    for (const urgency of ["normal", "emergency", "urgent"] as const) {
      await submitRequest(scene.investigator, {
        key: key(),
        ...(await makeDraft(scene, "ACCOUNT_SUSPEND", { urgency })),
      });
    }
    const { stack, card } = await getSigningStack(scene.commander, undefined, "vi");
    expect(stack.map(({ urgency }) => urgency)).toEqual(["emergency", "urgent", "normal"]);
    expect(card).toMatchObject({
      id: stack[0]?.id,
      disputedAmount: "100000000",
      reportedLoss: "100000000",
      bar: null,
      addressee: scene.bank.name,
    });
    for (const peek of stack) expect(peek.contentHash).toBe(await readHash(scene.commander, peek.id));
    expect(card?.checks).toEqual({
      overGrounds: [],
      beyondLoss: false,
      duplicates: expect.any(Array) as unknown,
      fourEyes: true,
      titles: expect.arrayContaining(["head_of_investigation_agency"]),
    });
    expect(card?.legalBases).toMatchObject([
      { id: "decree-52-2024:Điều 11 khoản 1 điểm b" },
      { id: "aml-2022:Điều 44" },
    ]);
  });

  it("shows the signer's own draft without offering it, and a grounds for holding more", async () => {
    const scene = await setScene();
    const both = await makePerson(["investigator", "commander"], scene.police);
    await asSystem((tx) =>
      tx.caseMember.createMany({ data: [{ caseId: scene.caseId, membershipId: both.membershipId }] }),
    );
    const draft = await makeDraft({ ...scene, investigator: both }, "ACCOUNT_SUSPEND", {
      overGround: "Tài khoản nhận từ nhiều bị hại",
    });
    await submitRequest(both, { key: key(), ...draft });
    const { stack, card } = await getSigningStack(both, draft.requestId, "vi");
    expect(stack).toMatchObject([{ id: draft.requestId, bar: "own" }]);
    expect(card?.checks).toMatchObject({
      fourEyes: false,
      overGrounds: ["Tài khoản nhận từ nhiều bị hại", "Tài khoản nhận từ nhiều bị hại"],
    });
  });

  it("disputes more than the trail brought only with a ground, and tells the signer when it is more than was lost", async () => {
    const scene = await setScene();
    const amount = "80000000";
    await expect(makeDraft(scene, "ACCOUNT_SUSPEND", { amount })).rejects.toMatchObject({
      code: "invalid",
      details: {
        fields: {
          "targets.0.disputedAmount": "money.beyondTrail",
          "targets.1.disputedAmount": "money.beyondTrail",
        },
      },
    });
    const overGround = "Tài khoản nhận tiền của nhiều bị hại";
    const draft = await makeDraft(scene, "ACCOUNT_SUSPEND", { amount, overGround });
    await submitRequest(scene.investigator, { key: key(), ...draft });
    const { card } = await getSigningStack(scene.commander, draft.requestId, "vi");
    expect(card?.checks.beyondLoss).toBe(true);
  });

  it("opens the card that is asked for, or says what became of it", async () => {
    const scene = await setScene();
    const [first, second] = [await makeDraft(scene), await makeDraft(scene)];
    await issue(scene, first);
    await submitRequest(scene.investigator, { key: key(), ...second });
    const { card, gone } = await getSigningStack(scene.commander, first.requestId, "vi");
    expect(card).toMatchObject({ id: second.requestId, movesMoney: true });
    expect(gone).toMatchObject({
      id: first.requestId,
      what: "signed",
      who: expect.stringContaining(scene.commander.name) as string,
    });
    const stranger = (await setScene()).commander;
    expect((await getSigningStack(stranger, first.requestId, "vi")).gone).toBeNull();
  });

  it("warns of an active hold on the same account at the same organisation", async () => {
    const scene = await setScene();
    const { requestId } = await makeAcknowledged(scene);
    const item = await asSystem((tx) => tx.requestItem.findFirstOrThrow({ where: { requestId } }));
    await answerItem(scene.liaison, {
      key: key(),
      requestId,
      itemId: item.id,
      itemVersion: item.version,
      answer: { outcome: "HELD", amount: "45000000" },
    });
    const again = await makeDraft(scene);
    await submitRequest(scene.investigator, { key: key(), ...again });
    const other = await makeDraft(scene, "SUBSCRIBER_INFO");
    await submitRequest(scene.investigator, { key: key(), ...other });
    const { stack, card } = await getSigningStack(scene.commander, again.requestId, "vi");
    const twins = card!.checks.duplicates;
    expect(twins.find(({ account }) => account === item.value)).toMatchObject({
      amount: "45000000",
      is: "held",
    });
    expect(twins.find(({ account }) => account !== item.value)?.is, "not answered yet").toBe("asked");
    // Closed cards say it too: several are signed at once by what stands on them.
    const findingsOf = (id: string) => stack.find((peek) => peek.id === id)?.findings;
    expect(findingsOf(again.requestId)).toEqual({
      overGrounds: [],
      beyondLoss: false,
      duplicates: card?.checks.duplicates,
    });
    expect(findingsOf(other.requestId)).toEqual({ overGrounds: [], beyondLoss: false, duplicates: [] });
    // Twins in the same stack tell of each other.
    const twin = await makeDraft(scene);
    await submitRequest(scene.investigator, { key: key(), ...twin });
    const both = (await getSigningStack(scene.commander, twin.requestId, "vi")).card!.checks.duplicates;
    expect(new Set(both.map(({ is }) => is))).toEqual(new Set(["held", "asked", "waiting"]));
    expect(stack.find(({ id }) => id === again.requestId)).toMatchObject({
      drafter: expect.stringContaining(scene.investigator.name) as string,
      reportedLoss: "100000000",
      accounts: [{ amount: "50000000" }, { amount: "50000000" }],
    });
    // The freeze of the very suspension takes its place, and is no second hold.
    const freeze = await makeDraft(scene, "ACCOUNT_FREEZE");
    await submitRequest(scene.investigator, { key: key(), ...freeze });
    const over = (await getSigningStack(scene.commander, freeze.requestId, "vi")).card!.checks.duplicates;
    expect(over.find(({ amount, is }) => amount === "45000000" && is !== "waiting")?.is).toBe("replaced");
  });

  it("signs several at once; one that changed meanwhile does not stop the others, an old proof stops all", async () => {
    const scene = await setScene();
    const drafts = [
      await makeDraft(scene),
      await makeDraft(scene),
      await makeDraft(scene, "SUBSCRIBER_INFO"),
    ];
    for (const draft of drafts) await submitRequest(scene.investigator, { key: key(), ...draft });
    const { stack } = await getSigningStack(scene.commander, undefined, "vi");
    const requests = stack.map(({ id, version, contentHash }, index) => ({
      key: key(),
      requestId: id,
      version: index === 1 ? version + 1 : version,
      contentHash,
    }));
    await expect(
      signMany({ ...scene.commander, secondFactorAt: new Date(Date.now() - 121_000) }, requests),
    ).rejects.toMatchObject({ code: "second-factor" });
    const results = await signMany({ ...scene.commander, secondFactorAt: new Date() }, requests);
    expect(results.map((one) => (one.ok ? "ok" : one.code))).toEqual(["ok", "changed-meanwhile", "ok"]);
    expect((await getSigningStack(scene.commander, undefined, "vi")).stack).toHaveLength(1);
  });

  it("tells which were signed when one of several fails for no reason of its own", async () => {
    const scene = await setScene();
    for (const draft of [await makeDraft(scene), await makeDraft(scene), await makeDraft(scene)])
      await submitRequest(scene.investigator, { key: key(), ...draft });
    const { stack } = await getSigningStack(scene.commander, undefined, "vi");
    const requests = stack.map(({ id, version, contentHash }, index) => ({
      key: key(),
      requestId: index === 1 ? "not a key of this database" : id,
      version,
      contentHash,
    }));
    const results = await signMany({ ...scene.commander, secondFactorAt: new Date() }, requests);
    expect(results.map((one) => (one.ok ? "ok" : one.code))).toEqual(["ok", "unexpected", "ok"]);
  });
});
