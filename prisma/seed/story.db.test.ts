import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { roles } from "@/lib/access/roles-list";
import { demoPeople } from "./people";
import { seedPeople } from "./people-rows";
import { seedReference } from "./reference";
import { seedStory } from "./story";

// One transaction that is never committed: the tests beside it see nothing of the story.
const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
let written: Record<string, number>;
// Other tests leave records behind in this database, some of them broken on purpose.
const own = "(select id from organisation where code ~ '^(police|bank|payment|telecom):')";

async function count(sql: string): Promise<number> {
  const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${sql}`);
  return Number(rows[0]?.n);
}

beforeAll(async () => {
  await client.connect();
  await client.query("begin");
  await seedReference(client);
  await seedPeople(client, "only-in-this-transaction");
  written = await seedStory(client, new Date(), 900);
});
afterAll(async () => {
  await client.query("rollback");
  await client.end();
});

describe("the reference data", () => {
  it("holds the country as it is since July 2025", async () => {
    expect(await count("province")).toBe(34);
    expect(await count("old_province")).toBe(63);
    expect(await count("commune")).toBe(3_321);
    expect(await count("request_kind")).toBe(24);
    expect(await count("organisation where code ~ '^police:[0-9]+:(pa05|pc02)$'")).toBe(68);
  });

  it("gives every kind a time limit, and every figure that no source confirms its mark", async () => {
    const without =
      "request_kind k where not exists (select 1 from deadline_policy p where p.kind_code = k.code and p.subject = 'ANSWER' and p.urgency is null and not p.specialised_only)";
    expect(await count(without)).toBe(0);
    expect(await count("deadline_policy where unit = 'minutes' and not verify")).toBe(0);
  });

  it("changes nothing that an administrator keeps when it runs again", async () => {
    await client.query(
      "update organisation set duty_phone = '0210 355 0113', version = 2 where code = 'police:25:pa05'",
    );
    const again = await seedReference(client);
    expect([again.organisation, again.request_kind, again.deadline_policy, again.holiday]).toEqual([
      0, 0, 0, 0,
    ]);
    expect(await count("organisation where code = 'police:25:pa05' and version = 2")).toBe(1);
  });
});

describe("the story", () => {
  it("is written whole", () => {
    expect(written.fraud_case).toBeGreaterThanOrEqual(50);
    expect(written.request).toBeGreaterThanOrEqual(900);
  });

  it("has somebody in every role, and somebody with two memberships", () => {
    const held = new Set(
      demoPeople.flatMap(({ memberships }) => memberships.flatMap((membership) => membership.roles)),
    );
    expect([...roles].filter((role) => !held.has(role))).toEqual([]);
    expect(demoPeople.some(({ memberships }) => memberships.length > 1)).toBe(true);
  });

  it("shows every status", async () => {
    const { rows } = await client.query(
      "select unnest(enum_range(null::request_status))::text as status except select status::text from request",
    );
    expect(rows).toEqual([]);
  });

  it("adds up: request to items, items to holds and transfers, cases to payments", async () => {
    const sums = `(select request_id, count(*) as n, count(answered_at) as a, coalesce(sum(disputed_amount), 0) as d, coalesce(sum(held_amount), 0) as h,
      coalesce(sum(moved_amount), 0) as m, coalesce(sum(cashed_out_amount), 0) as c from request_item group by 1)`;
    expect(
      await count(
        `request r join ${sums} i on i.request_id = r.id where (r.item_count, r.answered_count, r.disputed_amount, r.held_amount, r.moved_amount, r.cashed_out_amount) is distinct from (i.n, i.a, i.d, i.h, i.m, i.c)`,
      ),
    ).toBe(0);
    expect(
      await count(
        "request_item i where coalesce(held_amount, 0) <> coalesce((select sum(amount) from hold where item_id = i.id), 0)",
      ),
    ).toBe(0);
    expect(
      await count(
        "request_item i where coalesce(moved_amount, 0) <> coalesce((select sum(amount) from transfer where item_id = i.id), 0)",
      ),
    ).toBe(0);
    expect(
      await count(
        "request_item where coalesce(held_amount, 0) + coalesce(moved_amount, 0) + coalesce(cashed_out_amount, 0) > disputed_amount",
      ),
    ).toBe(0);
    expect(
      await count(
        "fraud_case c where reported_loss <> coalesce((select sum(amount) from payment where case_id = c.id), 0)",
      ),
    ).toBe(0);
  });

  it("numbers signed documents without a gap, up to the counter", async () => {
    const documents = `(select requester_org_id, split_part(split_part(document_number, '/', 2), '-', 1) || case when document_number like '%-HC' then '-HC' else '' end as type, extract(year from sent_at at time zone 'Asia/Ho_Chi_Minh')::int as year,
      array_agg(split_part(document_number, '/', 1)::int) as numbers from (
        select requester_org_id, document_number, sent_at from request union all select requester_org_id, document_number, ended_at from appeal
        union all select unit_id, document_number, approved_at from restitution_decision
        union all select r.requester_org_id, a.document_number, a.issued_at from amendment a join request r on r.id = a.request_id) signed where document_number is not null group by 1, 2, 3) d
      join document_counter c on (c.organisation_id, c.document_type, c.year) = (d.requester_org_id, d.type, d.year)`;
    const wrong =
      "cardinality(numbers) <> (select max(n) - min(n) + 1 from unnest(numbers) n) or last <> (select max(n) from unnest(numbers) n)";
    expect(await count(`${documents} where ${wrong}`)).toBe(0);
  });

  it("keeps four eyes, and restricted cases shut and uncounted", async () => {
    expect(await count("request where signer_id = drafter_id")).toBe(0);
    expect(
      await count(`fraud_case where unit_id in ${own} and restricted and cardinality(sealed_to) > 1`),
    ).toBe(1);
    for (const table of ["request", "event", "search_entry", "deadline"]) {
      expect(
        await count(`${table} x join fraud_case c on c.id = x.case_id where x.sealed_to <> c.sealed_to`),
      ).toBe(0);
    }
    const counted = "select coalesce(sum(count), 0)::int as n from figure_day where measure = 'request.sent'";
    const { rows } = await client.query<{ n: number }>(counted);
    expect(rows[0]?.n).toBe(
      await count(`request where requester_org_id in ${own} and sent_at is not null and not restricted`),
    );
  });

  it("lies in the past, and no hold has outlived its longest time", async () => {
    expect(
      await count(
        `request where requester_org_id in ${own} and greatest(created_at, sent_at, answered_at, closed_at) > clock_timestamp()`,
      ),
    ).toBe(0);
    expect(
      await count(`hold where holder_org_id in ${own} and released_at is null and until_at < now()`),
    ).toBe(0);
  });

  it("is one unbroken record", async () => {
    const broken = `(select e.*, e.hash is distinct from sha256(e.prev_hash || convert_to(event_text(e), 'UTF8')) or e.prev_hash <> coalesce(lag(e.hash) over (partition by stream order by seq), '\\x') as bad from event e where stream in ${own}) x where bad`;
    expect(await count(broken)).toBe(0);
  });

  it("has something to tell on every screen of the request desk", async () => {
    const unit = "(select id from organisation where code = 'police:25:pa05')";
    expect(
      await count("(select distinct request_id from thread_message where not internal) x"),
    ).toBeGreaterThanOrEqual(4);
    expect(await count("thread_message where internal and cardinality(mentions) = 1")).toBeGreaterThanOrEqual(
      1,
    );
    expect(await count("amendment where status = 'ISSUED'")).toBe(1);
    expect(await count("suspicion where decision = 'genuine'")).toBe(1);
    expect(await count(`draft where key = 'statement:new' and body ? 'text'`)).toBeGreaterThanOrEqual(1);
    const together = `(select case_id from request where status = 'PENDING_SIGNATURE' and requester_org_id = ${unit} group by case_id having count(*) >= 5) x`;
    expect(await count(together)).toBe(1);
    const beyond = `hold h join request_item i on i.id = h.item_id where h.released_at is null and i.over_ground is not null`;
    expect(await count(beyond)).toBe(2);
    const open = `appeal where requester_org_id = ${unit} and status in ('RECEIVED', 'REVIEWING')`;
    expect(await count(open)).toBeGreaterThanOrEqual(1);
    expect(await count("restitution_decision where status = 'APPROVED'")).toBeGreaterThanOrEqual(1);
  });

  it("has answers that were right at their first word and some that were not, each with the clocks it ran", async () => {
    const first = `(select distinct on (request_id) request_id, type from event where type in ('request.accepted', 'request.sent_back') and stream in ${own} order by request_id, seq) x`;
    const right = await count(`${first} where type = 'request.accepted'`);
    const back = await count(`${first} where type = 'request.sent_back'`);
    expect(back).toBeGreaterThan(0);
    expect(right).toBeGreaterThan(3 * back);
    expect(
      await count(`${first} where type = 'request.sent_back'
        and 2 <> (select count(*) from deadline d where d.request_id = x.request_id and d.subject = 'ANSWER' and d.state in ('met', 'missed'))`),
    ).toBe(0);
  });

  it("tells the story of the reference screens", async () => {
    const { rows } = await client.query(
      `select r.code, r.document_number, r.status, r.disputed_amount, r.answered_count, round(extract(epoch from r.due_at - now()) / 60) as left, c.reported_loss
       from request r join fraud_case c on c.id = r.case_id where c.code = 'VV-25-2026-000417' and r.code = 'YC-25-2026-001893'`,
    );
    expect(rows).toMatchObject([
      {
        document_number: "1127/CV-PA05",
        status: "PARTLY_ANSWERED",
        disputed_amount: "750000000",
        answered_count: 1,
        left: "12",
        reported_loss: "1250000000",
      },
    ]);
  });
});
