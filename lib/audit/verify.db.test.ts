import { createHash } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asActor } from "@/lib/db";
import { makeOrganisation, makePerson } from "@/prisma/factories/people";
import { record } from "./record";
import { verifyRecord } from "./verify";

/** Six acts of one organisation: a chain of its own for one attack. */
async function makeChain(): Promise<string> {
  const unit = await makeOrganisation("police");
  const person = await makePerson("investigator", unit);
  for (let act = 1; act <= 6; act++)
    await asActor(person, (tx) =>
      record(tx, person, { type: "case.noted", reason: `việc ${act}`, changes: { act } }),
    );
  return unit.id;
}

// Somebody with the owner's password, who can lift what binds everybody else.
const owner = new pg.Client({ connectionString: process.env.DATABASE_URL });
beforeAll(() => owner.connect());
afterAll(() => owner.end());
async function attack(work: () => Promise<unknown>): Promise<void> {
  await owner.query(
    "begin; alter table event disable trigger user; alter table event no force row level security; alter table event_head no force row level security",
  );
  await work();
  await owner.query(
    "alter table event enable trigger user; alter table event force row level security; commit",
  );
}
const change = (sql: string, stream: string) => owner.query(sql, [stream]);
const columns =
  "type, actor_id, actor_name, membership_id, org_id, province_code, case_id, request_id, requester_org_id, addressee_org_id, restricted, sealed_to, shared, subject_type, subject_id, reason, changes, origin";

/** Gives a row the hash that its present content would have had. */
async function rehash(stream: string, seq: number): Promise<Buffer> {
  const { rows } = await owner.query<{ text: string; prev_hash: Buffer }>(
    "select event_text(e) as text, prev_hash from event e where stream = $1 and seq = $2",
    [stream, seq],
  );
  const row = rows[0]!;
  const hash = createHash("sha256").update(row.prev_hash).update(row.text).digest();
  await owner.query("update event set hash = $3 where stream = $1 and seq = $2", [stream, seq, hash]);
  return hash;
}

describe("verification of the record", () => {
  it("finds nothing in an untouched chain and gives an anchor that a longer chain changes", async () => {
    const stream = await makeChain();
    const first = await verifyRecord({ streams: [stream] });
    expect(first).toMatchObject({ streams: 1, events: 6, broken: null });
    expect((await verifyRecord({ streams: [stream] })).anchor).toBe(first.anchor);
  });

  it.each<[string, (stream: string) => Promise<unknown>, { seq: bigint; why: string }]>([
    [
      "a reason is reworded",
      (s) => change("update event set reason = 'khác' where stream = $1 and seq = 3", s),
      { seq: 3n, why: "changed" },
    ],
    [
      "a change is rewritten",
      (s) => change(`update event set changes = '{"act": 9}' where stream = $1 and seq = 6`, s),
      { seq: 6n, why: "changed" },
    ],
    [
      "the time is moved",
      (s) => change("update event set at = at - interval '1 hour' where stream = $1 and seq = 2", s),
      { seq: 2n, why: "changed" },
    ],
    [
      "another person is named",
      (s) => change("update event set actor_name = 'Không phải tôi' where stream = $1 and seq = 1", s),
      { seq: 1n, why: "changed" },
    ],
    [
      "a line is hidden from the province",
      (s) => change("update event set province_code = '99' where stream = $1 and seq = 4", s),
      { seq: 4n, why: "changed" },
    ],
    [
      "a line is sealed",
      (s) =>
        change(
          "update event set restricted = true, sealed_to = array[uuid_v7()] where stream = $1 and seq = 5",
          s,
        ),
      { seq: 5n, why: "changed" },
    ],
    [
      "a middle row is deleted",
      (s) => change("delete from event where stream = $1 and seq = 3", s),
      { seq: 3n, why: "missing" },
    ],
    [
      "the last row is deleted",
      (s) => change("delete from event where stream = $1 and seq = 6", s),
      { seq: 6n, why: "missing" },
    ],
    [
      "the first row is deleted",
      (s) => change("delete from event where stream = $1 and seq = 1", s),
      { seq: 1n, why: "missing" },
    ],
    [
      "two rows change places",
      async (s) => {
        await change("update event set seq = 100 where stream = $1 and seq = 3", s);
        await change("update event set seq = 3 where stream = $1 and seq = 4", s);
        await change("update event set seq = 4 where stream = $1 and seq = 100", s);
      },
      { seq: 3n, why: "changed" },
    ],
    [
      "a row is put behind the head",
      (s) =>
        change(
          `insert into event (id, stream, seq, at, ${columns}, prev_hash, hash) select uuid_v7(), stream, 7, at, ${columns}, hash, hash from event where stream = $1 and seq = 6`,
          s,
        ),
      { seq: 7n, why: "surplus" },
    ],
    [
      "a row is slipped into the middle",
      async (s) => {
        await change("update event set seq = seq + 100 where stream = $1 and seq > 3", s);
        await change("update event set seq = seq - 99 where stream = $1 and seq > 100", s);
        await change(
          `insert into event (id, stream, seq, at, ${columns}, prev_hash, hash) select uuid_v7(), stream, 4, at, ${columns}, hash, hash from event where stream = $1 and seq = 3`,
          s,
        );
      },
      { seq: 4n, why: "changed" },
    ],
    [
      "a row is changed and hashed anew",
      async (s) => {
        await change("update event set reason = 'khác' where stream = $1 and seq = 3", s);
        await rehash(s, 3);
      },
      { seq: 3n, why: "rehashed" },
    ],
    [
      "the last row is changed and hashed anew",
      async (s) => {
        await change("update event set reason = 'khác' where stream = $1 and seq = 6", s);
        await rehash(s, 6);
      },
      { seq: 6n, why: "rehashed" },
    ],
    [
      "the head is set back to hide the last row",
      (s) => change("update event_head set seq = 5 where stream = $1", s),
      { seq: 6n, why: "surplus" },
    ],
    [
      "the whole chain is deleted",
      (s) => change("delete from event where stream = $1", s),
      { seq: 1n, why: "missing" },
    ],
  ])("names the row when %s", async (_, work, expected) => {
    const stream = await makeChain();
    await attack(() => work(stream));
    expect((await verifyRecord({ streams: [stream] })).broken).toMatchObject({ ...expected, stream });
  });

  it("cannot see a rewrite from a row to the end with its head, but the anchor kept outside can", async () => {
    const stream = await makeChain();
    const { anchor } = await verifyRecord({ streams: [stream] });
    await attack(async () => {
      await change("update event set reason = 'khác' where stream = $1 and seq = 6", stream);
      await owner.query("update event_head set hash = $2 where stream = $1", [
        stream,
        await rehash(stream, 6),
      ]);
    });
    const after = await verifyRecord({ streams: [stream] });
    expect(after.broken).toBeNull();
    expect(after.anchor).not.toBe(anchor);
  });
});
