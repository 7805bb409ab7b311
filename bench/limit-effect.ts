import { mkdirSync, writeFileSync } from "node:fs";
import { asSystem, closeDatabase } from "@/lib/db";
import { previewEffect } from "@/lib/reference/limit-effect";
import { previewEffectInput } from "@/lib/reference/schema";
import { makeAdministrator } from "@/prisma/factories/people";
import { makeAcknowledged, setScene } from "@/prisma/factories/scene";
import { quantile } from "./result";

/**
 * `npm run bench:limits`: how long a time limit looked at on 100,000 ended clocks takes, from the command's beginning to its end. Ends with 1
 * over the bar of a second.
 */
const size = 100_000;
const bar = 1_000;
const scene = await setScene();
const { requestId } = await makeAcknowledged(scene);
// One clock as the product began it, as many times as there shall be: each ended at another moment of the last 80 days, a tenth late.
const { id } = await asSystem((tx) =>
  tx.deadline.findFirstOrThrow({ where: { requestId, subject: "ACKNOWLEDGE" } }),
);
const atOnce = 5_000;
for (let from = 1; from <= size; from += atOnce)
  await asSystem(
    (tx) =>
      tx.$executeRaw`insert into deadline (subject, subject_type, subject_id, label, case_id, request_id, owner_org_id, requester_org_id, province_code, kind_code,
      policy, starts_at, due_at, span_minutes, state, ended_at, pauses)
    select d.subject, d.subject_type, d.subject_id, d.label, d.case_id, d.request_id, d.owner_org_id, d.requester_org_id, d.province_code, d.kind_code, d.policy,
      e.at - interval '40 minutes', e.at + interval '20 minutes', 60, case when n % 10 = 0 then 'missed' else 'met' end::deadline_state,
      e.at + n % 60 * interval '1 minute', case when n % 5 = 0 then jsonb_build_array(jsonb_build_object('from', e.at - interval '20 minutes', 'to', e.at)) else '[]' end
    from deadline d, generate_series(${from}::int, ${from + atOnce - 1}::int) n, lateral (select now() - n % 80 * interval '1 day' - interval '2 hours' as at) e
    where d.id = ${id}::uuid`,
  );
const admin = await makeAdministrator();
const times: number[] = [];
let counted = 0;
for (const value of [30, 45, 60, 90, 120, 180, 240]) {
  const asked = previewEffectInput.parse({
    subject: "ACKNOWLEDGE",
    kindCode: "ACCOUNT_SUSPEND",
    unit: "minutes",
    value,
  });
  const began = performance.now();
  counted = (await previewEffect(admin, asked)).told?.count ?? 0;
  times.push(performance.now() - began);
}
await closeDatabase();
const p50 = quantile(times, 0.5);
const worst = Math.max(...times);
console.log(
  `${counted} clocks looked at in ${p50.toFixed(0)} ms (median of ${times.length}), ${worst.toFixed(0)} ms at most`,
);
mkdirSync("bench/results", { recursive: true });
const result = { at: new Date().toISOString(), bar, counted, p50, worst };
writeFileSync("bench/results/limit-effect.json", `${JSON.stringify(result, null, 2)}\n`);
if (counted < size || worst > bar) console.log("MISSED");
process.exitCode = counted >= size && worst <= bar ? 0 : 1;
