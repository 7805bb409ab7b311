import { useTranslations } from "next-intl";
import { Card } from "@/components/ui/card";
import { Timestamp } from "@/components/ui/timestamp";
import type { DeskDuty } from "@/lib/duty/call-queries";
import type { CallRow } from "@/lib/duty/types";

/**
 * Who was called about a request. One's own organisation by name and in order; of the other side's desk the number that reaches it now,
 * or that it registered none, when it was called, and that nobody was while urgent work lies unopened. Nothing where one's own called nobody.
 */
export function DutyFacts({ calls, desk }: { calls: readonly CallRow[]; desk?: DeskDuty | null }) {
  const t = useTranslations("duty.calls");
  if (calls.length === 0 && !desk) return null;
  return (
    <Card title={t("title")}>
      <ul className="stack-1 t13">
        {desk?.phone ? (
          <li>
            {t(desk.isOfShift ? "onCall" : "register")}{" "}
            <a className="num fw6" href={`tel:${desk.phone.replace(/[^\d+]/g, "")}`}>
              {desk.phone}
            </a>
          </li>
        ) : desk ? (
          <li className="c-amber">{t("noNumber")}</li>
        ) : null}
        {desk?.waits && desk.calls.length === 0 ? <li className="c-amber">{t("nobody")}</li> : null}
        {desk?.calls.map(({ at, isPassedOn }) => (
          <li key={at}>
            {t(isPassedOn ? "next" : "first")} <Timestamp at={at} />
          </li>
        ))}
        {calls.map(({ rank, name, calledAt, passedOnAt, openedAt }) => (
          <li key={`${calledAt} ${rank}`}>
            <b className="fw6">{t("line", { rank, name })}</b> {t("called")} <Timestamp at={calledAt} />;{" "}
            {passedOnAt ? (
              <span className="c-amber">
                {t("passedOn")} <Timestamp at={passedOnAt} />
              </span>
            ) : openedAt ? (
              <span>
                {t("opened")} <Timestamp at={openedAt} />
              </span>
            ) : (
              t("waiting")
            )}
          </li>
        ))}
      </ul>
    </Card>
  );
}
