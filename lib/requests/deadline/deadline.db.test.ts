import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor, asSystem, closeDatabase, statement } from "@/lib/db";
import { getReceivedRequest } from "@/lib/requests/desk/queries";
import { askClarification, clarifyRequest } from "@/lib/requests/commands";
import { getPoliceRequest } from "@/lib/requests/police/queries";
import { listQueue } from "@/lib/requests/queue/queries";
import { queueFilter } from "@/lib/requests/queue/filter";
import { answerNext } from "@/prisma/factories/answered";
import { makePerson } from "@/prisma/factories/people";
import { makeAcknowledged, type Scene, setScene } from "@/prisma/factories/scene";
import { write } from "@/prisma/factories/sides";
import { itemsOf, rowOf } from "@/prisma/factories/stored";
import { agreeToWaiver, declineWaiver, extendDeadline, proposeWaiver } from "./commands";

let scene: Scene;
beforeAll(async () => {
  scene = await setScene();
});
afterAll(closeDatabase);
const key = () => randomUUID();
const reason = "Ngân hàng cần thêm thời gian sao kê của tài khoản thứ hai.";
const why = "Chủ tài khoản đã hoàn trả đủ, không cần thời hạn nữa.";

const clockOf = (requestId: string) =>
  asSystem((tx) =>
    tx.deadline.findFirstOrThrow({ where: { requestId, subject: "ANSWER" }, orderBy: { startsAt: "desc" } }),
  );
const later = (from: Date, minutes: number) => new Date(from.getTime() + minutes * 60_000).toISOString();

async function answered(requestId: string) {
  for (const _ of (await itemsOf(requestId)).keys()) await answerNext(scene.liaison, requestId);
}
async function proposed() {
  const { requestId, version } = await makeAcknowledged(scene);
  await proposeWaiver(scene.investigator, { key: key(), requestId, version, reason: why });
  const { waiver } = (await getPoliceRequest(scene.commander, requestId, "vi"))!.deadline;
  return { requestId, version, waiverId: waiver!.id };
}

describe("more time for an answer", () => {
  it("moves the clock and its lists, keeps where it ended before and is read by both sides", async () => {
    const { requestId, version } = await makeAcknowledged(scene);
    const before = await clockOf(requestId);
    const until = later(before.dueAt, 10);
    const input = { key: key(), requestId, version, reason, until };
    const done = await extendDeadline(scene.investigator, input);
    expect(await extendDeadline(scene.investigator, input)).toEqual(done);
    expect((await clockOf(requestId)).dueAt.toISOString()).toBe(until);
    const row = await rowOf(requestId);
    expect([row.dueAt?.toISOString(), row.queueAt?.toISOString()]).toEqual([until, until]);
    expect(row.spanMinutes).toBe(before.spanMinutes + 10);
    const said = { reason, before: before.dueAt.toISOString(), after: until, by: scene.investigator.name };
    expect((await getPoliceRequest(scene.commander, requestId, "vi"))!.deadline.extensions).toMatchObject([
      said,
    ]);
    expect((await getReceivedRequest(scene.liaison, requestId))!.deadline.extensions).toMatchObject([said]);
  });

  it("is never less, nor more than the limit's own length once more, and nobody else gives it", async () => {
    const { requestId, version } = await makeAcknowledged(scene);
    const clock = await clockOf(requestId);
    const ask = (until: string, actor = scene.investigator) =>
      extendDeadline(actor, { key: key(), requestId, version, reason, until });
    await expect(ask(clock.dueAt.toISOString())).rejects.toMatchObject({
      details: { fields: { until: "deadline.notLater" } },
    });
    await expect(ask(later(clock.dueAt, 60 * 24 * 400))).rejects.toMatchObject({
      details: { fields: { until: "deadline.tooLate" } },
    });
    await expect(ask(later(clock.dueAt, 5), scene.liaison)).rejects.toMatchObject({ code: "not-allowed" });
    await expect(ask(later(clock.dueAt, 5), scene.telecomLiaison)).rejects.toMatchObject({
      code: "not-found",
    });
  });

  it("is no more than the limit's policy gives, in the command and in the database; none where it gives none", async () => {
    const { requestId, version } = await makeAcknowledged(scene);
    const { id, dueAt } = await clockOf(requestId);
    const gives = (most: number) =>
      asSystem(
        (tx) =>
          tx.$executeRaw`update deadline set policy = policy || jsonb_build_object('unit', 'minutes', 'value', 30, 'mostExtension', ${most}::int) where id = ${id}::uuid`,
      );
    const ask = (minutes: number) =>
      extendDeadline(scene.investigator, {
        key: key(),
        requestId,
        version,
        reason,
        until: later(dueAt, minutes),
      });
    const say = (minutes: number) =>
      write(
        scene.investigator,
        `insert into deadline_extension (deadline_id, request_id, due_before, due_after, reason, extended_by_id)
          values ('${id}', '${requestId}', '${dueAt.toISOString()}', '${later(dueAt, minutes)}', '${reason}', app.user_id())`,
      );
    const tooLate = { details: { fields: { until: "deadline.tooLate" } } };
    const latest = async () => (await getPoliceRequest(scene.investigator, requestId, "vi"))!.deadline.latest;
    await gives(0);
    await expect(ask(1)).rejects.toMatchObject(tooLate);
    await expect(say(1)).rejects.toThrow(/allows no such extension/);
    expect(await latest()).toBeNull();
    await gives(10);
    await expect(ask(11)).rejects.toMatchObject(tooLate);
    await expect(say(11)).rejects.toThrow(/allows no such extension/);
    expect(await latest()).toBe(later(dueAt, 10));
    await ask(10);
  });

  it("comes too late for a limit that is over", async () => {
    const { requestId, version } = await makeAcknowledged(scene);
    await asSystem((tx) =>
      tx.deadline.updateMany({
        where: { requestId, subject: "ANSWER" },
        data: { dueAt: new Date(Date.now() - 60_000) },
      }),
    );
    await expect(
      extendDeadline(scene.commander, {
        key: key(),
        requestId,
        version,
        reason,
        until: later(new Date(), 5),
      }),
    ).rejects.toMatchObject({ code: "not-now" });
  });

  it("lasts as long as was given, in the clock and in the lists, whatever else is written", async () => {
    const { requestId } = await makeAcknowledged(scene);
    const { id, dueAt, spanMinutes } = await clockOf(requestId);
    const until = later(dueAt, 10);
    const extend = (ofClock: number, ofRequest: number) =>
      asActor(scene.investigator, async (tx) => {
        await statement(
          tx,
          "insert into deadline_extension (deadline_id, request_id, due_before, due_after, reason, extended_by_id) values ($1, $2, $3, $4, $5, app.user_id())",
          [id, requestId, dueAt, until, reason],
        );
        await statement(tx, "select set_config('app.reclocking', $1, true)", [requestId]);
        await statement(tx, "update deadline set due_at = $2, span_minutes = $3 where id = $1", [
          id,
          until,
          ofClock,
        ]);
        await statement(
          tx,
          "update request set due_at = $2, queue_at = $2, span_minutes = $3, version = version + 1 where id = $1",
          [requestId, until, ofRequest],
        );
      });
    await expect(extend(5, 5)).rejects.toThrow(/as its extension or its waiver says/);
    await expect(extend(spanMinutes + 10, 5)).rejects.toThrow(/not yours to write/);
    await extend(spanMinutes + 10, spanMinutes + 10);
  });

  it("is no other way to move a clock: neither without the word nor with one that is not carried out", async () => {
    const { requestId } = await makeAcknowledged(scene);
    const { id, dueAt } = await clockOf(requestId);
    const until = later(dueAt, 10);
    const move = `update deadline set due_at = '${until}' where id = '${id}'`;
    const say = (after = until) =>
      `insert into deadline_extension (deadline_id, request_id, due_before, due_after, reason, extended_by_id)
        values ('${id}', '${requestId}', '${dueAt.toISOString()}', '${after}', '${reason}', app.user_id())`;
    await expect(write(scene.commander, move)).rejects.toThrow(/not yours/);
    await expect(write(scene.commander, say())).rejects.toThrow(/in the act that says so/);
    await expect(write(scene.commander, say(later(dueAt, -10)))).rejects.toThrow(
      /deadline_extension_is_later/,
    );
    await expect(write(scene.liaison, say())).rejects.toThrow(/row-level security/);
    await expect(
      asActor(scene.commander, async (tx) => {
        await statement(tx, say(), []);
        await statement(tx, `select set_config('app.reclocking', '${requestId}', true)`, []);
        await statement(tx, `update deadline set due_at = '${later(dueAt, 20)}' where id = '${id}'`, []);
      }),
    ).rejects.toThrow(/as its extension/);
  });

  it("and an answer at once happen one after the other: in time by the end that stood then", async () => {
    const { requestId, version } = await makeAcknowledged(scene);
    const { dueAt } = await clockOf(requestId);
    const both = await Promise.allSettled([
      extendDeadline(scene.investigator, { key: key(), requestId, version, reason, until: later(dueAt, 5) }),
      answered(requestId),
    ]);
    expect(both.some(({ status }) => status === "fulfilled")).toBe(true);
    const [clock, row] = [await clockOf(requestId), await rowOf(requestId)];
    expect(row.dueAt).toEqual(clock.dueAt);
    expect(clock.state).toBe(row.status === "ANSWERED" ? "met" : "running");
  });
});

describe("a waived limit", () => {
  it("takes two people, and is counted neither in time nor late", async () => {
    const { requestId, version, waiverId } = await proposed();
    expect((await clockOf(requestId)).state).toBe("running");
    expect((await getReceivedRequest(scene.liaison, requestId))!.deadline.waiver).toBeNull();
    await agreeToWaiver(scene.commander, { key: key(), requestId, version, waiverId });
    expect((await clockOf(requestId)).state).toBe("cancelled");
    expect(await rowOf(requestId)).toMatchObject({ dueAt: null, spanMinutes: null, status: "ACKNOWLEDGED" });
    const atBank = (await getReceivedRequest(scene.liaison, requestId))!;
    expect(atBank.deadline.waiver).toMatchObject({ decision: "waived", decidedBy: scene.commander.name });
    const { rows } = await listQueue(scene.liaison, queueFilter.parse({}));
    expect(rows.find(({ id }) => id === requestId)).toMatchObject({ clock: { state: "waived" } });

    await answered(requestId);
    expect((await rowOf(requestId)).status).toBe("ANSWERED");
    const judged = await asSystem((tx) =>
      tx.deadline.count({ where: { requestId, subject: "ANSWER", state: { in: ["met", "missed"] } } }),
    );
    expect(judged).toBe(0);
  });

  it("may be asked about and goes on without a clock", async () => {
    const { requestId, version, waiverId } = await proposed();
    const { version: waived } = await agreeToWaiver(scene.commander, {
      key: key(),
      requestId,
      version,
      waiverId,
    });
    const asked = await askClarification(scene.liaison, { key: key(), requestId, version: waived, reason });
    await clarifyRequest(scene.investigator, { key: key(), requestId, version: asked.version, reason });
    expect(await rowOf(requestId)).toMatchObject({ status: "IN_PROGRESS", pausedAt: null, dueAt: null });
  });

  it("is not agreed to by who proposed it, in the command and in the database", async () => {
    const both = await makePerson(["investigator", "commander"], scene.police);
    const { requestId, version } = await makeAcknowledged(scene);
    const { id } = await clockOf(requestId);
    await asSystem((tx) =>
      tx.caseMember.createMany({ data: [{ caseId: scene.caseId, membershipId: both.membershipId }] }),
    );
    await proposeWaiver(both, { key: key(), requestId, version, reason: why });
    const { waiver } = (await getPoliceRequest(both, requestId, "vi"))!.deadline;
    const agree = { key: key(), requestId, version, waiverId: waiver!.id };
    await expect(agreeToWaiver(both, agree)).rejects.toMatchObject({ code: "not-allowed" });
    const sql = `update deadline_waiver set decision = 'waived', decided_by_id = app.user_id(), decided_tx = pg_current_xact_id()::text::bigint,
      decided_at = date_trunc('milliseconds', clock_timestamp()) where id = '${waiver!.id}'`;
    await expect(write(both, sql)).rejects.toThrow(/deadline_waiver_four_eyes/);
    await expect(write(scene.commander, sql)).rejects.toThrow(/in the act that says so/);
    await expect(
      write(
        scene.commander,
        `update deadline set state = 'cancelled', ended_at = clock_timestamp() where id = '${id}'`,
      ),
    ).rejects.toThrow(/follows its request/);
  });

  it("that is declined runs on, and may be proposed anew; one proposal at a time", async () => {
    const { requestId, version, waiverId } = await proposed();
    const again = { key: key(), requestId, version, reason: why };
    await expect(proposeWaiver(scene.investigator, again)).rejects.toMatchObject({ code: "not-now" });
    await declineWaiver(scene.commander, { key: key(), requestId, version, waiverId, reason });
    expect((await clockOf(requestId)).state).toBe("running");
    expect((await getPoliceRequest(scene.investigator, requestId, "vi"))!.deadline).toMatchObject({
      waiver: { decision: "declined", answer: reason },
      mayProposeWaiver: true,
    });
    await proposeWaiver(scene.investigator, { ...again, key: key() });
  });

  it("and an answer at once: either it was judged or it was waived, never both", async () => {
    const { requestId, version, waiverId } = await proposed();
    const [waived] = await Promise.allSettled([
      agreeToWaiver(scene.commander, { key: key(), requestId, version, waiverId }),
      answered(requestId),
    ]);
    const clock = await clockOf(requestId);
    if (waived.status === "fulfilled") expect(clock.state).toBe("cancelled");
    else expect(["met", "running"]).toContain(clock.state);
  });
});
