import type { Actor } from "@/lib/access/actor";
import { asSystem } from "@/lib/db";
import { makePerson } from "./people";

/**
 * Moves a request's answer clock as if it had begun `begun` minutes ago and ended in `ends` minutes (negative: ago), counted in real
 * minutes and never moved since. The acknowledgement's clock is ended.
 */
export async function setBack(
  requestId: string,
  { begun, ends }: { begun: number; ends: number },
): Promise<void> {
  await asSystem(async (tx) => {
    await tx.$executeRaw`update deadline set state = 'cancelled', ended_at = now() where request_id = ${requestId}::uuid and subject = 'ACKNOWLEDGE' and state = 'running'`;
    await tx.$executeRaw`update deadline set starts_at = now() - make_interval(mins => ${begun}::int), due_at = now() + make_interval(mins => ${ends}::int),
      policy = jsonb_set(policy, '{unit}', '"minutes"') where request_id = ${requestId}::uuid and subject = 'ANSWER'`;
    await tx.$executeRaw`update deadline set due_version = 1, due_since = null, next_step_at = starts_at where request_id = ${requestId}::uuid and subject = 'ANSWER'`;
    await tx.$executeRaw`update request set due_at = now() + make_interval(mins => ${ends}::int) where id = ${requestId}::uuid`;
  });
}

/** What was done about a request's answer clock: rung and why it told nobody, in the ladder's order. */
export async function stepsOf(requestId: string): Promise<[string, string | null][]> {
  const rows = await asSystem(
    (tx) => tx.$queryRaw<{ rung: string; skipped: string | null }[]>`
      select s.rung, s.skipped from deadline_step s join deadline d on d.id = s.deadline_id where d.request_id = ${requestId}::uuid and d.subject = 'ANSWER'
      order by s.due_version, array_position(array['first_reminder', 'second_reminder', 'breach', 'manager', 'head', 'overseer', 'committee'], s.rung)`,
  );
  return rows.map(({ rung, skipped }) => [rung, skipped]);
}

/** The memberships that were told this of a request. */
export async function wordsOf(requestId: string, kind: string): Promise<string[]> {
  const rows = await asSystem(
    (tx) =>
      tx.$queryRaw<
        { id: string }[]
      >`select membership_id as id from notification where request_id = ${requestId}::uuid and kind = ${kind} order by at`,
  );
  return rows.map(({ id }) => id);
}

/** Somebody of the State Bank branch that the register names for a province. */
export async function makeOverseer(provinceCode = "25"): Promise<Actor> {
  const [branch] = await asSystem(
    (tx) => tx.$queryRaw<{ id: string; name: string }[]>`
      select o.id, o.short_name as name from province p join organisation o on o.kind = 'state_bank_branch' and o.segment = 'region-' || p.sbv_region where p.code = ${provinceCode}`,
  );
  if (!branch) throw new Error("the register names no State Bank branch for the province");
  const unit = {
    ...branch,
    kind: "state_bank_branch",
    provinceCode: null,
    specialisedCyber: false,
    parentIds: [],
  } as const;
  const actor = await makePerson("department_officer", { ...unit, parentIds: [] });
  return { ...actor, provinces: [provinceCode] };
}
