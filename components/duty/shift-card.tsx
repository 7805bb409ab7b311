import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import type { DutyWeek, ShiftRow } from "@/lib/duty/types";
import { formatTime } from "@/lib/i18n/local-time";
import { ShiftMenu } from "./shift-menu";

/** One shift: its hours, who, which number, and what the reader may do with it. `now` ISO UTC. */
export function ShiftCard({
  shift,
  week: { shifts, colleagues, canManage },
  now,
  withRank = false,
  isGoingOn = false,
}: {
  shift: ShiftRow;
  week: DutyWeek;
  now: string;
  withRank?: boolean;
  /** Whether it began in the week before. */
  isGoingOn?: boolean;
}) {
  const t = useTranslations("duty");
  const { name, fromAt, toAt, phone, rank, isMine, isAway, isOffered } = shift;
  const coming = fromAt > now;
  return (
    <div className={classNames("duty-shift", isMine && "is-mine", isAway && "is-away")}>
      <span className="num t13 nw">
        {isGoingOn ? t("until", { time: formatTime(toAt) }) : `${formatTime(fromAt)}–${formatTime(toAt)}`}
        {withRank ? <span className="mut"> · {t("rank", { rank, behind: rank - 1 })}</span> : null}
      </span>
      <b className="fw6">{name}</b>
      {phone ? (
        <a className="num t13" href={`tel:${phone}`}>
          {phone}
        </a>
      ) : null}
      {isAway ? <Badge tone="amber">{t("away")}</Badge> : null}
      {isOffered ? <Badge tone="blue">{t("swap.offered")}</Badge> : null}
      {canManage || (isMine && coming) ? (
        <ShiftMenu
          shift={shift}
          colleagues={colleagues}
          others={shifts.filter((one) => one.membershipId !== shift.membershipId && one.fromAt > now)}
          may={{ change: canManage && toAt > now, offer: isMine && coming && !isOffered }}
        />
      ) : null}
    </div>
  );
}
