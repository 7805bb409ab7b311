import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { makeAcknowledged, type Scene, setScene } from "@/prisma/factories/scene";

afterAll(closeDatabase);
let scene: Scene;
let requestId: string;
beforeAll(async () => {
  scene = await setScene();
  ({ requestId } = await makeAcknowledged(scene));
});

/** Begins a clock of the order as `who` likes, like its answer's clock but for what is said. */
const begin = (who: Actor, said: Record<string, unknown>) =>
  asActor(who, (tx) =>
    statement(
      tx,
      `insert into deadline select copy.* from deadline d, lateral jsonb_populate_record(d, jsonb_build_object('id', uuid_v7(), 'state', 'running',
          'subject', 'SUSPENSION_MAX', 'starts_at', date_trunc('milliseconds', clock_timestamp()), 'ended_at', null, 'next_step_at', null) || $2::jsonb) as copy
        where d.request_id = $1 and d.subject = 'ANSWER' limit 1`,
      [requestId, JSON.stringify(said)],
    ),
  );

describe("a clock", () => {
  it("ends at an instant that a calendar reaches, whoever writes it", async () => {
    for (const due_at of ["infinity", "-infinity", "290000-01-01T00:00:00Z"])
      for (const work of [
        () => begin(scene.liaison, { due_at }),
        () =>
          asSystem((tx) =>
            statement(tx, "update deadline set due_at = $2::timestamptz where request_id = $1", [
              requestId,
              due_at,
            ]),
          ),
      ])
        await expect(work()).rejects.toThrow(/begins with its act|deadline_countable/);
  });

  it("begins now, running, and for the record that it names", async () => {
    for (const said of [
      { state: "missed", ended_at: "2026-11-20T00:00:00Z" },
      { starts_at: "2020-01-01T00:00:00Z" },
      { subject_type: "report" },
      { restricted: true },
    ])
      await expect(begin(scene.liaison, said)).rejects.toThrow();
    await expect(
      begin(scene.investigator, { subject: "ANSWER", state: "met", ended_at: "2026-11-20T00:00:00Z" }),
    ).rejects.toThrow();
  });

  it("of an answer is begun of an order that is open alone", async () => {
    await asSystem((tx) =>
      statement(tx, "update deadline set state = 'cancelled', ended_at = now() where request_id = $1", [
        requestId,
      ]),
    );
    await begin(scene.investigator, { subject: "ANSWER" });
    await asSystem((tx) =>
      statement(tx, "update request set status = 'WITHDRAWN' where id = $1", [requestId]),
    );
    await expect(begin(scene.investigator, { subject: "ACKNOWLEDGE" })).rejects.toThrow();
  });
});

describe("what is said of an order", () => {
  it("is accepted by who asked, and answered by who was asked", async () => {
    const { requestId: other } = await makeAcknowledged(scene);
    const say = (who: Actor, type: string) =>
      asActor(who, (tx) =>
        statement(
          tx,
          `insert into event (stream, type, actor_id, actor_name, membership_id, org_id, province_code, case_id, request_id, requester_org_id, addressee_org_id, restricted, sealed_to, shared)
            select $3, $2, $4, 'x', $5, $3, province_code, case_id, id, requester_org_id, addressee_org_id, false, '{}', true from request where id = $1`,
          [other, type, who.orgId, who.userId, who.membershipId],
        ),
      );
    await expect(say(scene.liaison, "request.accepted")).rejects.toThrow(/row-level security/);
    await expect(say(scene.investigator, "request.answered")).rejects.toThrow(/row-level security/);
  });

  it("has a topic that is a word, and its place and instant from the database; what the clock says nobody else does", async () => {
    const { requestId: other } = await makeAcknowledged(scene);
    const tell = (topic: string) =>
      asActor(scene.liaison, (tx) =>
        statement<{ id: string }>(
          tx,
          `insert into outbox (id, at, topic, org_ids, request_id, urgent) values ('00000000-0000-0000-0000-00000000bad1', 'infinity', $1, array[$2::uuid], $3, false)`,
          [topic, scene.liaison.orgId, other],
        ),
      );
    for (const topic of ["request.X Y", "request.expired", "request.hold_lapsed"])
      await expect(tell(topic)).rejects.toThrow(/row-level security/);
    await tell("request.answering");
    const { rows } = await asSystem((tx) =>
      statement<{ forged: number }>(
        tx,
        "select count(*)::int as forged from outbox where id = '00000000-0000-0000-0000-00000000bad1' or at = 'infinity'",
        [],
      ),
    );
    expect(rows[0]?.forged).toBe(0);
  });
});
