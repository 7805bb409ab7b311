"use client";

import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { formatDateTime } from "@/lib/i18n/local-time";
import type { OrderGroup, TickedHold } from "@/lib/release/orders/types";

/** The requests that would be drafted, by who holds: each with its holds, and those that the chosen date does not fit. */
export function OrderGroups({
  groups,
  flawOf,
}: {
  groups: readonly OrderGroup[];
  flawOf: (hold: TickedHold) => "notLater" | "tooLate" | null;
}) {
  const t = useTranslations("release.orders");
  return groups.map((group) => (
    <article key={group.id} className="card grp" aria-label={group.holder}>
      <div className="row wrap between">
        <span>
          <b className="fw6">{group.holder}</b>{" "}
          <span className="t13 mut">
            {group.parentCode ? t("parent", { code: group.parentCode }) : t("case", { code: group.caseCode })}
          </span>
        </span>
        <Money value={group.amount} className="fw6" />
      </div>
      <ul className="grp-l">
        {group.holds.map((hold) => {
          const flaw = flawOf(hold);
          return (
            <li key={hold.id}>
              <span>
                <Identifier value={hold.account} /> <span className="mut">{hold.accountName}</span>
                {hold.untilAt ? (
                  <span className="block t12 mut">
                    {t("now", { at: formatDateTime(hold.untilAt) })}
                    {hold.latestAt ? ` · ${t("most", { at: formatDateTime(hold.latestAt) })}` : null}
                  </span>
                ) : null}
                {flaw ? <Badge tone="amber">{t(`why.${flaw}`)}</Badge> : null}
              </span>
              <Money value={hold.amount} />
            </li>
          );
        })}
      </ul>
    </article>
  ));
}
