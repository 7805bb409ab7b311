import { FolderOpen } from "@/components/icons/folder-open";
import { Plus } from "@/components/icons/plus";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { CaseFilters } from "@/components/cases/case-filters";
import { CaseTable } from "@/components/cases/case-table";
import { FindBox } from "@/components/search/find-box";
import { BrowserWords } from "@/components/ui/browser-words";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { Pager } from "@/components/ui/pager";
import { may } from "@/lib/access/policy";
import { requirePolice } from "@/lib/access/require-side";
import { caseFilter, type CaseFilter } from "@/lib/cases/filter";
import { listCases } from "@/lib/cases/list";
import { listFraudTypes } from "@/lib/cases/queries";
import { getLanguage } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("cases"))("title") };
}

function addressOf(
  { after: _after, before: _before, ...filter }: CaseFilter,
  change: Record<string, string>,
): string {
  const kept = Object.entries({ ...filter, ...change }).filter(
    (pair): pair is [string, string] => typeof pair[1] === "string",
  );
  return `${paths.cases}?${new URLSearchParams(kept).toString()}`;
}

/** The cases of the unit and of those below it. */
export default async function CasesPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const actor = await requirePolice();
  const filter = caseFilter.parse(await searchParams);
  const [t, language] = await Promise.all([getTranslations("cases"), getLanguage()]);
  const [page, fraudTypes] = await Promise.all([
    listCases(actor, filter, language),
    listFraudTypes(actor, language),
  ]);
  const create = may(actor, "case.create") ? (
    <ButtonLink href={paths.newCase} look="primary" icon={<Plus className="i" aria-hidden />}>
      {t("new")}
    </ButtonLink>
  ) : null;
  return (
    <BrowserWords names={["cases", "requests", "kinds", "search", "errors"]}>
      <Page
        title={t("title")}
        aside={
          <>
            <FindBox subject="case" />
            {create}
          </>
        }
      >
        <div className="stack">
          <CaseFilters value={filter} fraudTypes={fraudTypes} />
          {page.rows.length > 0 ? (
            <div className="card clip">
              <CaseTable caption={t("list")} rows={page.rows} />
            </div>
          ) : (
            <Empty icon={<FolderOpen className="i i-24" aria-hidden />} title={t("empty")} action={create}>
              {t("emptyHint")}
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
