import type { Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import { addDays, startOf } from "@/lib/local-days";
import { isWithheld } from "./disclosure";
import type { Period } from "./period";
import type { OrganisationAnswers } from "./types";

type AnswerRow = {
  key: string | null;
  name: string | null;
  open: number | null;
  overdue: number | null;
  longest: string | null;
  answered: number | null;
  cases: number | null;
  in_time: number | null;
  took: number[] | null;
  now: Date;
};

/** How organisations, or one's kinds, answered in a period: a row each, and one without a key for the whole. Times in minutes. */
export function readAnswers(
  actor: Actor,
  { from, to }: Period,
  name: string,
  text: string,
  organisationId?: string,
): Promise<AnswerRow[]> {
  return readAsActor<AnswerRow>(actor, {
    name,
    text,
    values: [
      actor.provinces,
      startOf(from),
      startOf(addDays(to, 1)),
      ...(organisationId ? [organisationId] : []),
    ],
    isHeavy: true,
  });
}

/** The same as far as this reader may see it. */
export function answersOf(
  row: AnswerRow | undefined,
  seesSmall: boolean,
): Omit<OrganisationAnswers, "id" | "name"> {
  const few = isWithheld(seesSmall, row?.cases ?? 0);
  return {
    open: row?.open ?? 0,
    overdue: row?.overdue ?? 0,
    longest: row?.longest ? Math.floor(Number(row.longest)) : null,
    answered: row?.answered ?? 0,
    inTime: row?.in_time ?? 0,
    median: few ? null : rounded(row?.took?.[0] ?? null),
    p90: few ? null : rounded(row?.took?.[1] ?? null),
    isWithheld: few,
  };
}

export const rounded = (minutes: number | null) =>
  minutes === null ? null : Math.max(0, Math.round(minutes));
/** Whoever owes most stands first. */
export const worstFirst = (a: OrganisationAnswers, b: OrganisationAnswers) =>
  b.overdue - a.overdue ||
  (b.longest ?? 0) - (a.longest ?? 0) ||
  b.open - a.open ||
  a.name.localeCompare(b.name, "vi");
