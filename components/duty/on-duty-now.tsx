import { PhoneCall } from "@/components/icons/phone-call";
import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import { Timestamp } from "@/components/ui/timestamp";
import type { DutyWeek } from "@/lib/duty/types";

/** Who is on duty at this moment, with the number to call, and who comes next in line; or that nobody is, and who is called then. */
export function OnDutyNow({
  now: { name, toAt, phone, next },
  limit,
  hasRoster,
}: Pick<DutyWeek, "now" | "limit" | "hasRoster">) {
  const t = useTranslations("duty");
  return (
    <Card title={t("now.title")}>
      <div className="stack-2">
        {name ? (
          <div className="row wrap between">
            <span>
              <b className="h2">{name}</b>{" "}
              {toAt ? (
                <span className="mut">
                  {t("now.until")} <Timestamp at={toAt} />
                </span>
              ) : null}
            </span>
            {phone ? (
              <a className="btn btn-lg num" href={`tel:${phone}`}>
                <PhoneCall className="i" aria-hidden />
                {phone}
              </a>
            ) : null}
          </div>
        ) : hasRoster ? (
          <Note tone="amber" title={t("now.nobody")}>
            {next ? t("now.fallback", { name: next }) : t("now.noFallback")}
          </Note>
        ) : (
          <Note>{t("now.noRoster")}</Note>
        )}
        {name && next ? <p className="t13 mut">{t("now.next", { name: next })}</p> : null}
        {hasRoster ? (
          <p className="t13 mut">
            {t("limit.line", { urgent: limit.urgentMinutes, emergency: limit.emergencyMinutes })}{" "}
            {limit.isDefault ? <b className="c-amber">{t("limit.verify")}</b> : null}
          </p>
        ) : null}
      </div>
    </Card>
  );
}
