import type pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { contextOf, contextSql, closeDatabase } from "@/lib/db";
import { connectAsApp } from "@/prisma/factories/database-roles";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";

let app: pg.Client;
beforeAll(async () => {
  app = await connectAsApp();
});
afterAll(async () => {
  await app.end();
  await closeDatabase();
});

describe("what the database's own functions mean by a name", () => {
  it("cannot be changed by who calls them: bound when they were made, or looked for with his own tables last", async () => {
    const { rows } = await app.query(
      `select proname from pg_proc p where pronamespace in ('public'::regnamespace, 'app'::regnamespace)
         and (pronamespace = 'app'::regnamespace or prosecdef or prorettype = 'trigger'::regtype or proname = 'event_text')
         and prosqlbody is null and not coalesce('search_path=pg_catalog, public, pg_temp' = any(proconfig), false)`,
    );
    expect(rows).toEqual([]);
  });

  it("has no temporary table before it, because nobody who works for a person makes one", async () => {
    await expect(app.query("create temporary table event_head (stream uuid)")).rejects.toThrow(
      /permission denied/,
    );
  });

  it("is asked with no more rights than its own task needs: those of roles that nobody signs in as", async () => {
    const { rows } = await app.query(
      `select proname, rolname, rolcanlogin or rolsuper or rolbypassrls or rolcreaterole or rolcreatedb as strong,
         array(select distinct relname::text from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
           and has_table_privilege(r.oid, pg_class.oid, 'select, insert, update, delete')) as reaches
       from pg_proc join pg_roles r on r.oid = proowner
       where prosecdef and pronamespace in ('public'::regnamespace, 'app'::regnamespace) order by proname`,
    );
    // What a desk is told of who asks it, who is told of a doubt, which duty desk holds the same number, which number reaches a
    // desk now, and which held money waits for an answer: read as rows, written as ids to the outbox alone.
    const trust = {
      rolname: "lachan_trust",
      strong: false,
      reaches: [
        "appeal",
        "duty_leave",
        "duty_shift",
        "fraud_case",
        "hold",
        "known_device",
        "membership",
        "objection",
        "organisation",
        "organisation_link",
        "outbox",
        "person",
        "request",
        "suspicion",
        "target",
      ],
    };
    expect(rows).toEqual([
      { proname: "disputed_holds", ...trust },
      { proname: "duty_phone", ...trust },
      { proname: "event_chain", rolname: "lachan_record", strong: false, reaches: ["event_head"] },
      { proname: "held_elsewhere", ...trust },
      { proname: "request_recall_keeps", ...trust },
      { proname: "sender_facts", ...trust },
      { proname: "suspicion_ends_sessions", ...trust },
      { proname: "suspicion_tell", ...trust },
    ]);
    const { rows: writes } = await app.query(
      `select relname::text as name, privilege from pg_class cross join (values ('insert'), ('update'), ('delete')) as p (privilege)
        where relkind = 'r' and relnamespace = 'public'::regnamespace and has_table_privilege('lachan_trust', pg_class.oid, privilege)`,
    );
    expect(writes).toEqual([{ name: "outbox", privilege: "insert" }]);
    const { rows: changes } = await app.query(
      `select c.relname::text as name, a.attname::text as column from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
        where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace and has_column_privilege('lachan_trust', c.oid, a.attnum, 'update')`,
    );
    // Whom a doubt holds is signed out with it.
    expect(changes).toEqual([{ name: "session", column: "ended_at" }]);
  });
});

describe("the place of a line in the record", () => {
  it("is the database's: whatever number, instant or hash a writer gives, his line follows the last one", async () => {
    const person = await makePerson("investigator", await makeOrganisation("police"));
    const write = `insert into event (stream, type, actor_id, actor_name, membership_id, org_id, province_code, seq, at, prev_hash, hash)
      values ($1, 'session.started', $2, $3, $4, $1, $5, 900, '2020-01-01', '\\xdead', '\\xbeef')`;
    await app.query("begin");
    await app.query(contextSql, contextOf(person));
    for (let line = 0; line < 2; line += 1)
      await app.query(write, [
        person.orgId,
        person.userId,
        person.name,
        person.membershipId,
        person.provinceCode,
      ]);
    const { rows } = await app.query(
      "select seq, at > now() - interval '1 minute' as fresh, prev_hash, hash from event where stream = $1 order by seq",
      [person.orgId],
    );
    await app.query("commit");
    expect(rows.map(({ seq, fresh }) => [seq, fresh])).toEqual([
      ["1", true],
      ["2", true],
    ]);
    expect(rows[0].prev_hash).toHaveLength(0);
    expect(rows[1].prev_hash).toEqual(rows[0].hash);
    expect(rows.map(({ hash }) => hash.toString("hex"))).not.toContain("beef");
  });
});
