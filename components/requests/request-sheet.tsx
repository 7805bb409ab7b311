import { Download } from "@/components/icons/download";
import { getTranslations } from "next-intl/server";
import { ReasonedDownload } from "@/components/exports/reasoned-download";
import { buttonLook } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { DefinitionList } from "@/components/ui/definition-list";
import { Note } from "@/components/ui/note";
import { Timestamp } from "@/components/ui/timestamp";
import { mostAnHour, rowsWithoutReason } from "@/lib/exports/types";
import { paths } from "@/lib/paths";
import { type ListedFilter, mostListed, queryOf } from "@/lib/requests/list-out/filter";
import type { Listed } from "@/lib/requests/list-out/types";

/** Which list leaves, how much of it, and the way out: at once, with a reason beyond 500 targets, not at all beyond 5,000. */
export async function RequestSheet({ filter, listed }: { filter: ListedFilter; listed: Listed }) {
  const [t, requests, kinds] = await Promise.all([
    getTranslations("sheets.requests"),
    getTranslations("requests"),
    getTranslations("kinds"),
  ]);
  const { requests: count, targets, isTooMany, caseCode, addressee, againAt } = listed;
  const pairs = [
    { name: t("case"), value: caseCode },
    { name: t("view"), value: caseCode ? null : requests(`views.${filter.view}`) },
    { name: requests("filter.kind"), value: filter.kind ? kinds(filter.kind) : null },
    { name: requests("filter.addressee"), value: addressee },
    {
      name: t("only"),
      value: [filter.overdue && requests("filter.overdue"), filter.mine && requests("filter.mine")]
        .filter(Boolean)
        .join(", "),
    },
    { name: t("leaves"), value: isTooMany ? null : t("counts", { requests: count, targets }) },
  ];
  return (
    <Card title={t("what")}>
      <div className="stack">
        <DefinitionList pairs={pairs} />
        {isTooMany ? (
          <Note tone="amber">{t("tooMany", { most: mostListed })}</Note>
        ) : count === 0 ? (
          <Note>{t("nothing")}</Note>
        ) : againAt ? (
          <Note tone="amber">
            {t.rich("enough", { most: mostAnHour, at: () => <Timestamp at={againAt} /> })}
          </Note>
        ) : targets <= rowsWithoutReason ? (
          <p>
            <a className={buttonLook({ look: "primary" })} href={paths.requestBook(queryOf(filter))} download>
              <Download className="i" aria-hidden />
              {t("take")}
            </a>
          </p>
        ) : (
          <ReasonedDownload
            address={paths.requestBook(queryOf(filter))}
            label={t("reason")}
            hint={t("reasonHint", { most: rowsWithoutReason })}
            take={t("take")}
            look="primary"
          />
        )}
      </div>
    </Card>
  );
}
