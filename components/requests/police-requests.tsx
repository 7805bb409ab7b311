"use client";

import { Send } from "@/components/icons/send";
import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { LazyBulkBar } from "@/components/bulk/lazy-bulk-bar";
import { useChosen } from "@/components/bulk/use-chosen";
import { HandoverButton } from "@/components/handover/handover-button";
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
import { RequestSheetLink } from "./request-sheet-link";

const unitActs = ["remind", "accept"] as const;
/** Of what waits for the signer, its writer takes his own back. */
const waitingActs = ["recall"] as const;
const nameOfRow = (row: PoliceRequestRow) => row.code;

/** The requests of the unit: views with their counts, filters and the list. */
export function PoliceRequests({
  rows,
  filter,
  tabs,
  kindCodes,
  addressees,
  previous,
  next,
  mayHandOver,
  mayAct,
  sheetQuery,
  risk,
}: {
  rows: Packed<PoliceRequestRow>;
  filter: PoliceRequestFilter;
  tabs: readonly Tab[];
  kindCodes: readonly string[];
  addressees: readonly { id: string; name: string }[];
  /** Addresses of the pages around this one. */
  previous: string | null;
  next: string | null;
  /** Whether the reader holds requests by his role. */
  mayHandOver: boolean;
  /** Whether the reader works on requests at all: an analyst reads. */
  mayAct: boolean;
  /** The list as it is filtered, for taking it as a file. */
  sheetQuery: string;
  /** What leads to today's predicted lateness, among what is open. */
  risk: string | null;
}) {
  const t = useTranslations("requests");
  const all = useMemo(() => unpack(rows), [rows]);
  const shown = all.length;
  const { chosen, selection, clear } = useChosen(all, nameOfRow);
  return (
    <Page
      title={t("title")}
      aside={
        <>
          {mayHandOver ? <HandoverButton /> : null}
          {risk ? (
            <ButtonLink href={paths.atRisk} look="ghost">
              {risk}
            </ButtonLink>
          ) : null}
          {shown > 0 ? <RequestSheetLink query={sheetQuery} /> : null}
          <FindBox subject="request" />
        </>
      }
    >
      <div className="stack">
        <Tabs label={t("views.label")} tabs={tabs} />
        <PoliceRequestFilters value={filter} kindCodes={kindCodes} addressees={addressees} />
        {shown > 0 ? (
          <div className="card clip">
            <PoliceRequestTable caption={t("list")} rows={rows} selection={mayAct ? selection : undefined} />
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
        <LazyBulkBar
          chosen={chosen}
          acts={filter.view === "signing" ? waitingActs : unitActs}
          mayHandOver={mayHandOver}
          onClear={clear}
        />
      </div>
    </Page>
  );
}
