import { beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem } from "@/lib/db";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { issue, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import { hashAuditTerm } from "@/lib/search/audit-term";
import { termHash } from "@/lib/search/term-hash";
import { findActors, getEvent, listEvents } from "./queries";
import { record } from "./record";
import { readAuditFilter } from "./schema";
import { verifyAsAuditor } from "./verify-as-auditor";

const of = (query: object = {}) => readAuditFilter({ ...query }).filter!;
let scene: Scene;
let auditor: Actor;
let code: string;
beforeAll(async () => {
  scene = await setScene({ provinceCode: "A1" });
  auditor = await makePerson("auditor", await makeOrganisation("police", { provinceCode: "A1" }));
  const { requestId } = await issue(scene, await makeDraft(scene));
  await makeDraft(scene, "SUBSCRIBER_INFO");
  code = (await asSystem((tx) => tx.request.findUniqueOrThrow({ where: { id: requestId } }))).code;
});
const types = async (query: object) => (await listEvents(auditor, of(query)))?.rows.map(({ type }) => type);

describe("the record that an auditor reads", () => {
  it("lists what happened in the province, newest first", async () => {
    expect(await types({})).toEqual([
      "request.drafted",
      "request.signed",
      "request.submitted",
      "request.drafted",
      "case.opened",
    ]);
  });
  it("follows one request or one case by its code, however it is typed", async () => {
    expect(await types({ code: ` ${code.toLowerCase()} ` })).toEqual([
      "request.signed",
      "request.submitted",
      "request.drafted",
    ]);
    const [, ...end] = code.split("-");
    for (const part of [end.join("-"), end.slice(1).join("-"), end[2], String(Number(end[2]))])
      expect(await types({ code: part, actor: scene.commander.userId })).toContain("request.signed");
    expect(await types({ code: "999998" })).toEqual([]);
    const opened = (await listEvents(auditor, of({ group: "case" })))?.rows[0];
    expect(await types({ code: opened?.code })).toHaveLength(5);
  });
  it("filters by group, person, organisation and day", async () => {
    expect(await types({ group: "case" })).toEqual(["case.opened"]);
    expect(await types({ actor: scene.commander.userId })).toEqual(["request.signed"]);
    expect(await types({ organisation: scene.bank.id })).toEqual([]);
    expect(await types({ to: "01/01/2020" })).toEqual([]);
    expect(await types({ from: "01/01/2020" })).toHaveLength(5);
  });
  it("tells who looked for a term, by the hash that only the server can make of it", async () => {
    const unit = await makeOrganisation("police", { provinceCode: "A5" });
    const [seeker, inspector] = [await makePerson("commander", unit), await makePerson("auditor", unit)];
    for (const term of ["10 8874 2055", "Trần Thị Minh"])
      await asActor(seeker, (tx) =>
        record(tx, seeker, { type: "lookup.performed", changes: { term: termHash(term) } }),
      );
    const { hash } = await hashAuditTerm(inspector, { term: "1088742055" });
    const told = async (query: object) =>
      (await listEvents(inspector, of(query)))?.rows.map(({ actor, type }) => [actor, type]);
    expect(await told({ term: hash })).toEqual([[seeker.name, "lookup.performed"]]);
    expect(await told({ group: "audit" })).toEqual([[inspector.name, "audit.term_looked_up"]]);
    await expect(hashAuditTerm(seeker, { term: "1088742055" })).rejects.toMatchObject({
      code: "not-allowed",
    });
  });
  it("finds a person without accents and gives an id, never a filter by name", async () => {
    const found = await findActors(auditor, scene.commander.name.replace("Người", "nguoi").toUpperCase());
    expect(found).toEqual([
      { id: scene.commander.userId, name: scene.commander.name, organisation: scene.police.name },
    ]);
  });
  it("goes through pages of fifty in both directions without a gap", async () => {
    const lone = await makePerson("auditor", await makeOrganisation("operator", { provinceCode: null }));
    for (let act = 0; act < 60; act++)
      await asActor(lone, (tx) => record(tx, lone, { type: "lookup.performed", changes: { act } }));
    const first = await listEvents(lone, of());
    const second = await listEvents(lone, of({ after: first?.next ?? undefined }));
    expect([first?.rows.length, second?.rows.length, first?.previous, second?.next]).toEqual([
      50,
      10,
      null,
      null,
    ]);
    expect((await listEvents(lone, of({ before: second?.previous ?? undefined })))?.rows).toEqual(
      first?.rows,
    );
    expect(new Set([...(first?.rows ?? []), ...(second?.rows ?? [])].map(({ id }) => id)).size).toBe(60);
  });
  it("shows one event with its place in the chain", async () => {
    const row = (await listEvents(auditor, of({ actor: scene.commander.userId })))?.rows[0];
    const event = await getEvent(auditor, row?.id ?? "");
    expect(event).toMatchObject({
      type: "request.signed",
      actor: scene.commander.name,
      organisation: scene.police.name,
      addressee: scene.bank.name,
      seq: "5", // opened, drafted, handed in, the unit's first key, signed
    });
    expect(event?.hash).toMatch(/^[0-9a-f]{64}$/);
  });
  it("tells nothing to an auditor elsewhere and refuses everybody else", async () => {
    const elsewhere = await makePerson("auditor", await makeOrganisation("police", { provinceCode: "A2" }));
    expect((await listEvents(elsewhere, of()))?.rows).toEqual([]);
    const row = (await listEvents(auditor, of()))?.rows[0];
    expect(await getEvent(elsewhere, row?.id ?? "")).toBeNull();
    for (const other of [
      scene.investigator,
      scene.commander,
      scene.liaison,
      await makePerson("admin", scene.police),
    ]) {
      expect(await listEvents(other, of())).toBeNull();
      expect(await getEvent(other, row?.id ?? "")).toBeNull();
      expect(await findActors(other, "nguoi")).toBeNull();
      await expect(verifyAsAuditor(other)).rejects.toMatchObject({ code: "not-allowed" });
    }
  });
  it("verifies on request and records it", async () => {
    expect(await verifyAsAuditor(auditor)).toMatchObject({ broken: null });
    expect((await types({ group: "audit" }))?.[0]).toBe("audit.verified");
  });
});
