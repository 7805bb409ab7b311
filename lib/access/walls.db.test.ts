import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase } from "@/lib/db";
import { restrictCase } from "@/lib/cases/commands";
import { roles } from "@/lib/access/roles-list";
import { arrows } from "@/lib/requests/lifecycle";
import { connectAsApp, whileUnrecorded } from "@/prisma/factories/database-roles";
import { makeOrganisation, makePerson, type Unit } from "@/prisma/factories/people";
import { issue, makeAcknowledged, makeDraft, type Scene, setScene } from "@/prisma/factories/scene";
import type { Actor } from "./actor";
import {
  can,
  canOnCase,
  casePolicy,
  type CasePermission,
  requestPolicy,
  type RequestPermission,
} from "./policy";
import { visibleCases, visibleRequests } from "./scope";

let app: pg.Client;
beforeAll(async () => {
  app = await connectAsApp();
});
afterAll(async () => {
  await app.end();
  await closeDatabase();
});

const publicData = [
  "province",
  "old_province",
  "commune",
  "fraud_type",
  "legal_document",
  "request_kind",
  "deadline_policy",
  "holiday",
  "office_calendar",
  "lifecycle_step",
];

describe("the second wall", () => {
  it("binds a role that owns nothing and bypasses nothing", async () => {
    const { rows } = await app.query(
      "select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb from pg_roles where rolname in ('lachan_app', 'lachan_system')",
    );
    expect(rows).toHaveLength(2);
    for (const row of rows) expect(Object.values(row)).toEqual([false, false, false, false]);
    const owned = await app.query(
      "select relname from pg_class where pg_get_userbyid(relowner) in ('lachan_app', 'lachan_system')",
    );
    expect(owned.rows).toEqual([]);
  });

  it("is forced on every table; the head of the record alone is unforced, and closed to writers", async () => {
    const { rows } = await app.query(
      "select relname from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and not (relrowsecurity and relforcerowsecurity)",
    );
    expect(rows.map(({ relname }) => relname).filter((name) => name !== "_prisma_migrations")).toEqual([
      "event_head",
    ]);
    await expect(app.query("update event_head set seq = 0")).rejects.toThrow(/permission denied/);
    await expect(app.query("select * from _prisma_migrations")).rejects.toThrow(/permission denied/);
  });

  it("shows nothing without a context", async () => {
    await setScene();
    const { rows } = await app.query(
      "select relname as tablename from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace and has_table_privilege('lachan_app', oid, 'select')",
    );
    for (const { tablename } of rows) {
      if (publicData.includes(tablename)) continue;
      const seen = await app.query(`select 1 from ${pg.escapeIdentifier(tablename)} limit 1`);
      expect([tablename, seen.rowCount]).toEqual([tablename, 0]);
    }
  });

  it("has no view, no materialised view and no callable function that steps around it", async () => {
    const views = await app.query(
      "select relname from pg_class where relkind in ('v', 'm') and relnamespace in ('public'::regnamespace, 'app'::regnamespace)",
    );
    expect(views.rows).toEqual([]);
    const definers = await app.query(
      "select proname from pg_proc where prosecdef and pronamespace in ('public'::regnamespace, 'app'::regnamespace) and prorettype <> 'trigger'::regtype order by proname",
    );
    // One says which of a reader's own holds wait for an answer, and not whose; one tells a unit which duty desk holds the same number, and
    // knows no sealed case; one which number reaches another organisation's desk now; one tells a desk counts about who asks it, and asks by itself whether it is that desk's order.
    expect(definers.rows).toEqual([
      { proname: "disputed_holds" },
      { proname: "duty_phone" },
      { proname: "held_elsewhere" },
      { proname: "sender_facts" },
    ]);
  });

  it("keeps what proves who somebody is from the role that works for people", async () => {
    for (const table of [
      "credential",
      "recovery_code",
      "session",
      "sign_in_attempt",
      "known_device",
      "invitation",
    ]) {
      await expect(app.query(`select 1 from ${table}`)).rejects.toThrow(/permission denied/);
    }
  });

  it("lets nobody write in another's name or change the record", async () => {
    const { investigator, liaison } = await setScene();
    const forged = {
      stream: investigator.orgId,
      type: "request.accepted",
      actorId: liaison.userId,
      orgId: investigator.orgId,
    };
    await expect(asActor(investigator, (tx) => tx.event.createMany({ data: [forged] }))).rejects.toThrow(
      /row-level security/,
    );
    await expect(
      asActor(investigator, (tx) => tx.event.updateMany({ data: { type: "x" } })),
    ).rejects.toThrow();
    await expect(asSystem((tx) => tx.event.deleteMany({}))).rejects.toThrow();
  });

  it("knows the same arrows as the lifecycle", async () => {
    const rows = await asSystem((tx) => tx.lifecycleStep.findMany());
    const pairs = (list: string[][]) => list.map((pair) => pair.join(" > ")).sort();
    expect(pairs(rows.map(({ fromStatus, toStatus }) => [fromStatus, toStatus]))).toEqual(pairs(arrows()));
  });
});

describe("policy, scope and database name the same records", () => {
  let scenes: Scene[];
  let units: Unit[];
  beforeAll(async () => {
    const [open, sealed] = [await setScene(), await setScene({ restricted: true })];
    scenes = [open, sealed];
    for (const scene of scenes) {
      await makeDraft(scene);
      if (scene === open) await issue(scene, await makeDraft(scene));
    }
    await makeAcknowledged(open);
    await makeAcknowledged(open, "ACCOUNT_FREEZE");
    await makeAcknowledged(open, "SUBSCRIBER_INFO");
    units = [
      open.police,
      open.bank,
      open.telecom,
      open.procuracy,
      sealed.police,
      await makeOrganisation("bank", { provinceCode: null }),
      await makeOrganisation("police"),
    ];
  }, 120_000);

  it.each(roles)(
    "for %s in every organisation and on every permission",
    async (role) => {
      const all = await asSystem((tx) =>
        tx.request.findMany({
          where: { requesterOrgId: { in: scenes.map(({ police }) => police.id) } },
          include: { case: { include: { members: true } } },
        }),
      );
      const cases = await asSystem((tx) =>
        tx.case.findMany({
          where: { unitId: { in: scenes.map(({ police }) => police.id) } },
          include: { members: true },
        }),
      );
      const people: Actor[] = [];
      for (const unit of units) people.push(await makePerson(role, unit));
      people.push(await makePerson(role, scenes[0]!.police, [scenes[1]!.police]));
      for (const scene of scenes) people.push({ ...scene.investigator, roles: [role] });
      for (const actor of people) {
        for (const permission of Object.keys(requestPolicy) as RequestPermission[]) {
          const byPolicy = all
            .filter((request) =>
              can(actor, permission, {
                ...request,
                memberIds: request.case.members.map(({ membershipId }) => membershipId),
              }),
            )
            .map(({ id }) => id);
          const bySql = await asActor(actor, (tx) =>
            tx.request.findMany({
              where: { AND: [{ id: { in: all.map(({ id }) => id) } }, visibleRequests(actor, permission)] },
              select: { id: true },
            }),
          );
          expect([permission, bySql.map(({ id }) => id).sort()]).toEqual([permission, byPolicy.sort()]);
        }
        for (const permission of Object.keys(casePolicy) as CasePermission[]) {
          const byPolicy = cases
            .filter((found) =>
              canOnCase(actor, permission, {
                ...found,
                memberIds: found.members.map(({ membershipId }) => membershipId),
              }),
            )
            .map(({ id }) => id);
          const bySql = await asActor(actor, (tx) =>
            tx.case.findMany({
              where: { AND: [{ id: { in: cases.map(({ id }) => id) } }, visibleCases(actor, permission)] },
              select: { id: true },
            }),
          );
          expect([permission, bySql.map(({ id }) => id).sort()]).toEqual([permission, byPolicy.sort()]);
        }
        // The database alone, no filter: exactly what may be read.
        const readable = all
          .filter((request) => can(actor, "request.read", { ...request, memberIds: [] }))
          .map(({ id }) => id);
        const byDatabase = await asActor(actor, (tx) =>
          tx.request.findMany({ where: { id: { in: all.map(({ id }) => id) } }, select: { id: true } }),
        );
        expect(byDatabase.map(({ id }) => id).sort()).toEqual(readable.sort());
      }
    },
    120_000,
  );
});

describe("a restricted case", () => {
  it("takes along what was recorded of it before it was restricted", async () => {
    const scene = await setScene();
    const stranger = await makePerson("investigator", scene.police);
    const seen = (actor: Actor) =>
      asActor(actor, (tx) => tx.event.count({ where: { caseId: scene.caseId, type: "case.opened" } }));
    expect(await seen(stranger)).toBe(1);
    await restrictCase(scene.commander, {
      key: randomUUID(),
      caseId: scene.caseId,
      version: 1,
      restricted: true,
      reason: "Có cán bộ là người quen của bị hại.",
    });
    expect(await seen(stranger)).toBe(0);
    expect(await seen(scene.investigator)).toBe(1);
  });

  it("is nowhere for a colleague of the same unit: record, children, search lines, clocks, events, counts, figures", async () => {
    const scene = await setScene({ restricted: true });
    await makeDraft(scene);
    const tables = (actor: Actor) =>
      asActor(actor, async (tx) => ({
        cases: await tx.case.count({ where: { id: scene.caseId } }),
        victims: await tx.victim.count({ where: { caseId: scene.caseId } }),
        payments: await tx.payment.count({ where: { caseId: scene.caseId } }),
        targets: await tx.target.count({ where: { caseId: scene.caseId } }),
        members: await tx.caseMember.count({ where: { caseId: scene.caseId } }),
        requests: await tx.request.count({ where: { caseId: scene.caseId } }),
        items: await tx.requestItem.count({ where: { request: { caseId: scene.caseId } } }),
        deadlines: await tx.deadline.count({ where: { caseId: scene.caseId } }),
        search: await tx.searchEntry.count({ where: { caseId: scene.caseId } }),
        events: await tx.event.count({ where: { caseId: scene.caseId } }),
      }));
    const member = await tables(scene.investigator);
    expect(Object.values(member).every((count) => count > 0)).toBe(true);
    for (const stranger of [
      scene.commander,
      await makePerson("investigator", scene.police),
      await makePerson("leader", await makeOrganisation("peoples_committee")),
    ]) {
      expect(Object.values(await tables(stranger))).toEqual(Object.values(member).map(() => 0));
    }
    expect(await asSystem((tx) => tx.figureDelta.count({ where: { requesterOrgId: scene.police.id } }))).toBe(
      0,
    );
  });
});

describe("the record", () => {
  it("stops the act when it cannot be written", async () => {
    const scene = await setScene();
    await whileUnrecorded("lachan_app", () => expect(makeDraft(scene)).rejects.toThrow(/permission denied/));
    expect(await asSystem((tx) => tx.request.count({ where: { caseId: scene.caseId } }))).toBe(0);
    await expect(makeDraft(scene)).resolves.toMatchObject({ status: "DRAFT" });
  });
});
