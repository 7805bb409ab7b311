import { managesDesk, type Actor } from "@/lib/access/actor";
import { readAsActor } from "@/lib/db";
import { inTimeSql, judgedSql } from "@/lib/deadlines/judged-sql";
import { Problem } from "@/lib/errors";
import { instantsOf } from "./answered";
import type { AnsweredRange } from "./answered-filter";
import { openSql, receivedSql } from "./sql";

/**
 * What a desk did within some days; `open` and `late` are of this moment. Minutes count from the sending by the clock, waits for
 * clarification and nights included; of no answer they are null.
 */
export type ReportLine = {
  /** Not answered yet, and of those the ones past their time. */
  open: number;
  late: number;
  /** Answered within the days; `answerMedian` and `answerP90` are of these. */
  answered: number;
  /** Of those, the ones whose clock was judged (a limit that was waived judged nobody), and of these the ones in time. */
  judged: number;
  onTime: number;
  /** Of those answered, the ones with a first action on the record; `firstMedian` and `firstP90` are of these. */
  acted: number;
  firstMedian: number | null;
  firstP90: number | null;
  answerMedian: number | null;
  answerP90: number | null;
};
export type DeskReport = {
  all: ReportLine;
  /** By who has the request, as the membership he has it in; nobody is null. */
  people: (ReportLine & { id: string | null; name: string | null })[];
  kinds: (ReportLine & { kindCode: string })[];
};

type Row = ReportLine & { by: number; kindCode: string | null; id: string | null; name: string | null };
/** What `grouping(kind_code, assignee_id)` says of a line: of all, of a kind, of a person. */
const lines = { all: 3, kind: 1, person: 2 } as const;
/** As the clock that its last answer ended was judged, whatever the request's own times say. */
const isMet = `(select ${inTimeSql} from deadline d where d.request_id = r.id and ${judgedSql} order by d.ended_at desc limit 1)`;
const nothing: ReportLine = {
  open: 0,
  late: 0,
  answered: 0,
  judged: 0,
  onTime: 0,
  acted: 0,
  firstMedian: null,
  firstP90: null,
  answerMedian: null,
  answerP90: null,
};

/** The own organisation's figures for its manager: together, by person and by kind. @throws Problem not-allowed for everybody else. */
export async function deskReport(actor: Actor, range: AnsweredRange): Promise<DeskReport> {
  if (!managesDesk(actor)) throw new Problem("not-allowed");
  const minutes = (at: string) => `extract(epoch from ${at} - sent_at) / 60`;
  const at = (share: number, of: string) =>
    `round(percentile_cont(${share}) within group (order by ${of}) filter (where is_done))::int`;
  const rows = await readAsActor<Row>(actor, {
    name: "desk-report",
    text: `with own as (
          select kind_code, assignee_id, false as is_done, queue_at < now() as is_late, null::boolean as is_met, null::numeric as first, null::numeric as answer
            from request where ${receivedSql} and ${openSql}
          union all
          select kind_code, assignee_id, true, false, ${isMet}, ${minutes("first_action_at")}, ${minutes("answered_at")}
            from request r where ${receivedSql} and answered_at >= $2::timestamptz and answered_at < $3::timestamptz
        ), counted as (
          select grouping(kind_code, assignee_id) as by, kind_code, assignee_id,
            count(*) filter (where not is_done)::int as open, count(*) filter (where is_late)::int as late,
            count(*) filter (where is_done)::int as answered, count(is_met)::int as judged, count(*) filter (where is_met)::int as on_time,
            count(first)::int as acted,
            ${at(0.5, "first")} as first_median, ${at(0.9, "first")} as first_p90,
            ${at(0.5, "answer")} as answer_median, ${at(0.9, "answer")} as answer_p90
          from own group by grouping sets ((), (kind_code), (assignee_id)))
        select c.by, c.kind_code as "kindCode", c.assignee_id as id, p.full_name as name, c.open, c.late, c.answered, c.judged, c.on_time as "onTime", c.acted,
          c.first_median as "firstMedian", c.first_p90 as "firstP90", c.answer_median as "answerMedian", c.answer_p90 as "answerP90"
        from counted c left join membership m on m.id = c.assignee_id left join person p on p.id = m.user_id
        order by c.answered desc, c.open desc, p.full_name collate "vi-x-icu", c.kind_code`,
    values: [actor.orgId, ...instantsOf(range)],
    isHeavy: true,
  });
  const of = (by: number) => rows.filter((row) => row.by === by);
  const line = ({ by: _by, kindCode: _kind, id: _id, name: _name, ...figures }: Row): ReportLine => figures;
  const [all] = of(lines.all);
  return {
    all: all ? line(all) : nothing,
    people: of(lines.person).map((row) => ({ ...line(row), id: row.id, name: row.name })),
    kinds: of(lines.kind).map((row) => ({ ...line(row), kindCode: row.kindCode! })),
  };
}
