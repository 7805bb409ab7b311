import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Timestamp } from "@/components/ui/timestamp";
import { cancelLeaveAction, cancelPatternAction } from "@/lib/duty/actions";
import type { DutyWeek } from "@/lib/duty/types";
import { formatDate } from "@/lib/i18n/local-time";
import { ActButton } from "./act-button";

const clockOf = (minute: number) =>
  `${String(Math.floor((minute % 1440) / 60)).padStart(2, "0")}:${String(minute % 60).padStart(2, "0")}`;

/** Who is away, and which repeats stand: both can be ended by whoever keeps the roster. */
export function KeptLists({
  leaves,
  patterns,
  canManage,
}: Pick<DutyWeek, "leaves" | "patterns" | "canManage">) {
  const t = useTranslations("duty");
  const weekday = useTranslations("admin.weekday");
  return (
    <>
      {leaves.length > 0 ? (
        <Card title={t("leave.list")}>
          <ul className="stack-1 t13">
            {leaves.map(({ id, name, fromAt, toAt, reason, version }) => (
              <li key={id} className="row wrap between">
                <span>
                  <b className="fw6">{name}</b>: <Timestamp at={fromAt} part="date" />–
                  <Timestamp at={new Date(Date.parse(toAt) - 1)} part="date" />
                  {canManage ? <span className="mut"> · {t(`reasons.${reason as "other"}`)}</span> : null}
                </span>
                {canManage ? (
                  <ActButton
                    action={cancelLeaveAction}
                    input={{ leaveId: id, version }}
                    words={t("leave.cancel")}
                    label={t("leave.cancelOf", { name })}
                    done={t("leave.cancelled")}
                  />
                ) : null}
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
      {patterns.length > 0 ? (
        <Card title={t("repeat.list")}>
          <ul className="stack-1 t13 no-print">
            {patterns.map((one) => (
              <li key={one.id} className="row wrap between">
                <span>
                  <b className="fw6">{one.name}</b>: {weekday(`${one.weekday}` as "0")}{" "}
                  <span className="num nw">
                    {clockOf(one.fromMinute)}–{clockOf(one.fromMinute + one.minutes)}
                  </span>
                  <span className="mut">
                    {" "}
                    · {t("rank", { rank: one.rank, behind: one.rank - 1 })} ·{" "}
                    {t("repeat.until", { day: formatDate(`${one.validTo}T05:00:00Z`) })}
                  </span>
                </span>
                <ActButton
                  action={cancelPatternAction}
                  input={{ patternId: one.id, version: one.version }}
                  words={t("repeat.end")}
                  label={t("repeat.endOf", { name: one.name })}
                  done={t("repeat.ended")}
                />
              </li>
            ))}
          </ul>
        </Card>
      ) : null}
    </>
  );
}
