import { afterAll, expect, it } from "vitest";
import { asSystem, closeDatabase, statement } from "@/lib/db";
import { openStatuses } from "./lifecycle";

afterAll(closeDatabase);

it("calls open what the policies and the indexes of open work call so", async () => {
  const { rows } = await asSystem((tx) =>
    statement<{ name: string; text: string }>(
      tx,
      `select policyname as name, concat_ws(' ', qual, with_check) as text from pg_policies where tablename = 'withdrawal_proposal'
        union all select indexname, indexdef from pg_indexes where schemaname = 'public' and indexname like 'request_%'`,
      [],
    ),
  );
  const named = rows.flatMap(({ name, text }) =>
    [...text.matchAll(/ARRAY\[([^\]]*CLARIFICATION_NEEDED[^\]]*)\]/g)].map(
      ([, list]) => [name, [...list!.matchAll(/'([A-Z_]+)'/g)].map(([, status]) => status)] as const,
    ),
  );
  expect(named.map(([name]) => name).sort()).toEqual(
    expect.arrayContaining([
      "request_queue_addressee",
      "request_queue_requester",
      "withdrawal_proposal_insert",
      "withdrawal_proposal_update",
    ]),
  );
  for (const [name, statuses] of named) expect(statuses, name).toEqual([...openStatuses]);
});
