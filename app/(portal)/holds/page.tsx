import { Lock } from "lucide-react";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Live } from "@/components/notices/live";
import { HoldFilters } from "@/components/release/hold-filters";
import { HoldTable } from "@/components/release/hold-table";
import { ReleaseTabs } from "@/components/release/release-tabs";
import { BrowserWords } from "@/components/ui/browser-words";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { requirePolice } from "@/lib/access/require-side";
import { formatVnd } from "@/lib/money/format-vnd";
import { getLanguage } from "@/lib/i18n/words";
import { pack } from "@/lib/packed";
import { paths } from "@/lib/paths";
import { countOpenAppeals } from "@/lib/release/appeal-list";
import { holdFilter, type HoldFilter } from "@/lib/release/filter";
import { listHolders, listHolds, sumHolds } from "@/lib/release/list";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("release"))("title") };
}

function addressOf(
  { after: _after, before: _before, ...filter }: HoldFilter,
  change: Record<string, string>,
) {
  const kept = Object.entries({ ...filter, ...change }).filter(
    (pair): pair is [string, string] => typeof pair[1] === "string",
  );
  return `${paths.holds}?${new URLSearchParams(kept).toString()}`;
}

/** What is held for the unit now: the soonest end first, with what the list adds up to. */
export default async function HoldsPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requirePolice();
  const filter = holdFilter.parse(await searchParams);
  const t = await getTranslations("release");
  const language = await getLanguage();
  const vnd = (amount: string) => formatVnd(BigInt(amount), language);
  const [page, sums, holders, appeals] = await Promise.all([
    listHolds(actor, filter),
    sumHolds(actor, filter),
    listHolders(actor),
    countOpenAppeals(actor),
  ]);
  return (
    <BrowserWords names={["release", "kinds", "notices"]}>
      <Live />
      <Page title={t("title")} lead={t("lead")}>
        <div className="stack">
          <ReleaseTabs current="active" appeals={appeals} />
          <HoldFilters value={filter} holders={holders} />
          <p className="row wrap t13" role="status">
            <span>{t("sums", { count: sums.count, amount: vnd(sums.amount) })}</span>
            {sums.returned === "0" ? null : (
              <span className="mut">{t("sumsReturned", { amount: vnd(sums.returned) })}</span>
            )}
          </p>
          {page.rows.length > 0 ? (
            <div className="card clip">
              <HoldTable rows={pack(page.rows)} />
            </div>
          ) : (
            <Empty icon={<Lock className="i i-24" aria-hidden />} title={t("empty")}>
              {t("emptyText")}
            </Empty>
          )}
          <Pager
            shown={page.rows.length}
            previous={page.previous ? addressOf(filter, { before: page.previous }) : null}
            next={page.next ? addressOf(filter, { after: page.next }) : null}
          />
        </div>
      </Page>
    </BrowserWords>
  );
}
