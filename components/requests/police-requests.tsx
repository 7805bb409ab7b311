"use client";

import { Send } from "lucide-react";
import { useTranslations } from "next-intl";
import { FindBox } from "@/components/search/find-box";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { type Packed, unpack } from "@/lib/packed";
import { paths } from "@/lib/paths";
import type { PoliceRequestFilter } from "@/lib/requests/police/filter";
import type { PoliceRequestRow } from "@/lib/requests/police/types";
import { PoliceRequestFilters } from "./police-filters";
import { PoliceRequestTable } from "./police-request-table";

/** The requests of the unit: views with their counts, filters and the list. */
export function PoliceRequests({
  rows,
  filter,
  tabs,
  kindCodes,
  addressees,
  previous,
  next,
}: {
  rows: Packed<PoliceRequestRow>;
  filter: PoliceRequestFilter;
  tabs: readonly Tab[];
  kindCodes: readonly string[];
  addressees: readonly { id: string; name: string }[];
  /** Addresses of the pages around this one. */
  previous: string | null;
  next: string | null;
}) {
  const t = useTranslations("requests");
  const shown = unpack(rows).length;
  return (
    <Page title={t("title")} aside={<FindBox subject="request" />}>
      <div className="stack">
        <Tabs label={t("views.label")} tabs={tabs} />
        <PoliceRequestFilters value={filter} kindCodes={kindCodes} addressees={addressees} />
        {shown > 0 ? (
          <div className="card clip">
            <PoliceRequestTable caption={t("list")} rows={rows} />
          </div>
        ) : (
          <Empty
            icon={<Send className="i i-24" aria-hidden />}
            title={t("empty")}
            action={<ButtonLink href={paths.cases}>{t("toCases")}</ButtonLink>}
          >
            {t("emptyHint")}
          </Empty>
        )}
        <Pager shown={shown} previous={previous} next={next} />
      </div>
    </Page>
  );
}
