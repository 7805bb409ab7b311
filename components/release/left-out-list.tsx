"use client";

import { useTranslations } from "next-intl";
import { useFieldWords } from "@/components/forms/field-words";
import { Identifier } from "@/components/ui/identifier";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { formatDateTime } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";
import type { LeftOut } from "@/lib/release/orders/types";

/** Each hold for which nothing is drafted, with why and the way on. */
export function LeftOutList({ holds }: { holds: readonly LeftOut[] }) {
  const t = useTranslations("release.orders");
  return (
    <Note tone="amber" title={t("leftOut", { count: holds.length })}>
      <ul className="stack-1">
        {holds.map((hold) => (
          <li key={hold.id}>
            {hold.holder} <Identifier value={hold.account} />: <WhyLeftOut hold={hold} />
          </li>
        ))}
      </ul>
    </Note>
  );
}

/** Why nothing is drafted about a hold, and where that is changed. */
export function WhyLeftOut({ hold }: { hold: LeftOut }) {
  const t = useTranslations("release.orders");
  const status = useTranslations("requests.status");
  const words = useFieldWords();
  return (
    <>
      {t(`why.${hold.why}`)} {hold.fault ? words({ message: hold.fault }) : null}
      {hold.asked ? (
        <>
          <Link href={paths.request(hold.asked.id)} className="num">
            {hold.asked.code}
          </Link>{" "}
          ({status(hold.asked.status)})
        </>
      ) : null}
      {hold.why === "notInitiated" ? (
        <Link href={paths.case(hold.caseId)}>{t("openCase", { code: hold.caseCode })}</Link>
      ) : null}
      {hold.why === "beyondTrail" ? (
        <Link href={paths.newRequest(hold.caseId)}>{t("newRequest")}</Link>
      ) : null}
      {hold.why === "tooLate" && hold.latestAt ? t("most", { at: formatDateTime(hold.latestAt) }) : null}
    </>
  );
}
