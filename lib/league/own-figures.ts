import type { Actor } from "@/lib/access/actor";
import { may } from "@/lib/access/policy";
import { asActor, databaseNow, readAsActor, type Tx } from "@/lib/db";
import { dayOf } from "@/lib/day";
import { lineOf, type PaceLine, stagesBy, together } from "@/lib/figures/pace/line";
import { readOwn } from "@/lib/figures/pace/read";
import { addDays, startOf } from "@/lib/local-days";
import { leagueKinds, type LeagueFilter } from "./filter";
import { getPeers, type Peers } from "./peers";
import { type LeaguePeriod, leaguePeriod } from "./period";
import { listReplies } from "./replies";
import { replyDays } from "./reply-text";

export type Slowest = {
  id: string;
  code: string;
  kindCode: string;
  minutes: number;
  inTime: boolean;
  endedAt: string;
};
export type OwnFigures = {
  asOf: string;
  period: LeaguePeriod;
  now: PaceLine;
  before: PaceLine;
  kinds: { kindCode: string; now: PaceLine; before: PaceLine }[];
  peers: Peers | null;
  slowest: Slowest[];
  /** One's own word to this period's line; null where the organisation stands in no league or days of one's own are shown. */
  reply: { mayWrite: boolean; until: string; body: string; version: number; at: string | null } | null;
};

/** How the acting organisation answers, by kind and against the period before. Null when that is not the actor's to read. */
export async function getOwnFigures(actor: Actor, filter: LeagueFilter): Promise<OwnFigures | null> {
  if (!may(actor, "figures.own")) return null;
  const now = await asActor(actor, (tx: Tx) => databaseNow(tx));
  const period = leaguePeriod(filter, now, true);
  const [rows, peers, slowest, [said]] = await Promise.all([
    readOwn(actor, [period, period.previous]),
    getPeers(actor, period),
    readSlowest(actor, period),
    listReplies(actor, period, actor.orgId),
  ]);
  const stages = stagesBy(rows, ({ i, kind }) => `${i} ${kind}`);
  const codes = [...new Set(rows.map(({ kind }) => kind))];
  const of = (i: number, kind: string) => stages.get(`${i} ${kind}`) ?? {};
  const all = (i: number) => lineOf(together(codes.map((kind) => of(i, kind))));
  const lastDay = addDays(period.until, replyDays);
  const isListed = (leagueKinds as readonly string[]).includes(actor.orgKind) && period.name !== "custom";
  return {
    asOf: now.toISOString(),
    period,
    now: all(0),
    before: all(1),
    kinds: codes
      .map((kindCode) => ({ kindCode, now: lineOf(of(0, kindCode)), before: lineOf(of(1, kindCode)) }))
      .sort((a, b) => b.now.answered.count - a.now.answered.count || a.kindCode.localeCompare(b.kindCode)),
    peers,
    slowest,
    reply: isListed
      ? {
          mayWrite: may(actor, "league.reply") && dayOf(now) <= lastDay,
          until: lastDay,
          body: said?.body ?? "",
          version: said?.version ?? 0,
          at: said?.at ?? null,
        }
      : null,
  };
}

/** The ten answers of the period that took longest, pauses left out. Restricted ones are counted nowhere, and not here. */
async function readSlowest(actor: Actor, { from, to }: LeaguePeriod): Promise<Slowest[]> {
  const rows = await readAsActor<Omit<Slowest, "endedAt"> & { endedAt: Date }>(actor, {
    name: "own_slowest",
    text: `select x.request_id as id, r.code, r.kind_code as "kindCode", x.minutes, x.in_time as "inTime", x.ended_at as "endedAt" from (
          select d.request_id, d.ended_at, d.state = 'met' as in_time,
            greatest(0, date_part('epoch', d.ended_at - d.starts_at) / 60 - greatest(0, date_part('epoch', d.due_at - d.starts_at) / 60 - d.span_minutes)) as minutes
          from deadline d where d.owner_org_id = $1 and d.subject = 'ANSWER' and d.state in ('met', 'missed') and not d.restricted
            and d.ended_at >= $2 and d.ended_at < $3 order by minutes desc limit 10
        ) x join request r on r.id = x.request_id order by x.minutes desc`,
    values: [actor.orgId, startOf(from), startOf(addDays(to, 1))],
    isHeavy: true,
  });
  return rows.map(({ endedAt, ...row }) => ({ ...row, endedAt: endedAt.toISOString() }));
}
