import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asSystem, closeDatabase } from "@/lib/db";
import { makePerson } from "@/prisma/factories/people";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { search } from "./queries";

let scene: Scene;
let account: string;
let code: string;
beforeAll(async () => {
  scene = await setScene();
  const [target] = await asSystem((tx) =>
    tx.target.findMany({ where: { caseId: scene.caseId, kind: "bank_account" } }),
  );
  account = target!.value;
  code = (await asSystem((tx) => tx.case.findUniqueOrThrow({ where: { id: scene.caseId } }))).code;
});
afterAll(closeDatabase);
const purpose = "case_work" as const;

describe("looking up", () => {
  it.each([
    ["a name without accents", () => "tran thi minh hoa"],
    ["an account in groups", () => account.replace(/(.{4})/g, "$1 ").trim()],
    ["the middle of an account", () => account.slice(3, 9)],
    ["the code of the case", () => code],
  ])("finds by %s", async (_, term) => {
    const { hits } = await search(scene.investigator, { term: term(), purpose });
    expect(hits.map(({ id }) => id)).toContain(scene.caseId);
  });

  it("finds no account by digits that are dressed as a code, for which nobody said a purpose", async () => {
    const dressed = `VV ${account.slice(0, 2)} ${account.slice(2, 6)} ${account.slice(6)}`;
    expect((await search(scene.investigator, { term: dressed })).hits).toEqual([]);
    const { hits } = await search(scene.investigator, { term: code.replaceAll("-", " ") });
    expect(hits.map(({ id }) => id)).toEqual([scene.caseId]);
  });

  it("shows another unit, a bank and a sealed colleague nothing", async () => {
    const stranger = await setScene();
    for (const actor of [stranger.investigator, scene.liaison, scene.telecomLiaison])
      expect((await search(actor, { term: account, purpose })).hits).toEqual([]);
    const sealed = await setScene({ restricted: true });
    const [target] = await asSystem((tx) =>
      tx.target.findMany({ where: { caseId: sealed.caseId, kind: "bank_account" } }),
    );
    expect(
      (await search(await makePerson("investigator", sealed.police), { term: target!.value, purpose })).hits,
    ).toEqual([]);
    expect((await search(sealed.investigator, { term: target!.value, purpose })).hits).toHaveLength(1);
  });

  it("is the same search for whoever has one unit below him, two, or none, one after the other", async () => {
    const units = await Promise.all([setScene(), setScene()]);
    const head = await makePerson("investigator", scene.police, [units[0].police, units[1].police]);
    for (const actor of [scene.investigator, head, scene.investigator, units[0].investigator, head])
      expect((await search(actor, { term: "tran thi minh hoa", purpose })).hits.length).toBeGreaterThan(0);
  });

  it("shows an addressee the request once it is issued, and only that", async () => {
    const draft = await makeDraft(scene);
    expect((await search(scene.liaison, { term: account, purpose })).hits).toEqual([]);
    await issue(scene, draft);
    const { hits } = await search(scene.liaison, { term: account, purpose });
    expect(hits).toMatchObject([{ kind: "request", id: draft.requestId }]);
  });

  it("records the purpose and a keyed hash, never the term; a code is no look-up of a person", async () => {
    const actor = await makePerson("investigator", scene.police);
    await search(actor, { term: "Trần Thị Minh Họa", purpose });
    await search(actor, { term: "tran thi  minh hoa", purpose });
    await search(actor, { term: code });
    const events = await asSystem((tx) =>
      tx.event.findMany({
        where: { actorId: actor.userId, type: "lookup.performed" },
        select: { changes: true },
      }),
    );
    expect(events).toHaveLength(2);
    const hashes = events.map(({ changes }) => (changes as { term: string }).term);
    expect(hashes[0]).toMatch(/^[0-9a-f]{64}$/);
    expect(JSON.stringify(events)).not.toMatch(/minh/i);
    expect(new Set(hashes).size).toBe(1);
  });

  it("is not for those who read no records", async () => {
    await expect(
      search(await makePerson("leader", scene.police), { term: account, purpose }),
    ).rejects.toMatchObject({ code: "not-allowed" });
  });

  it("takes signs of the pattern language as signs", async () => {
    expect((await search(scene.investigator, { term: "%_%\\%%%", purpose })).hits).toEqual([]);
  });
});
