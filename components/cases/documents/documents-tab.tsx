import { FileText } from "@/components/icons/file-text";
import { getTranslations } from "next-intl/server";
import { FileUploads } from "@/components/files/file-uploads";
import { BundleLink } from "@/components/letters/bundle-link";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { FilterForm, FilterSelect } from "@/components/ui/filter-form";
import { Pager } from "@/components/ui/pager";
import { documentsAddress } from "@/lib/cases/documents/address";
import { type DocumentFilter, documentKinds, documentSorts } from "@/lib/cases/documents/schema";
import type { DocumentPage } from "@/lib/cases/documents/types";
import { paths } from "@/lib/paths";
import { DocumentTable } from "./document-table";

/** Everything on paper about a case; `targets`: how many leave with its bundle, null when nothing is signed. */
export async function DocumentsTab({
  caseId,
  page,
  filter,
  mayAdd,
  targets,
}: {
  caseId: string;
  page: DocumentPage;
  filter: DocumentFilter;
  mayAdd: boolean;
  targets: number | null;
}) {
  const t = await getTranslations("cases.documents");
  const isFiltered = filter.kind !== undefined || filter.sort !== "newest";
  return (
    <>
      {mayAdd ? (
        <Card title={t("add")}>
          <FileUploads caseId={caseId} />
        </Card>
      ) : null}
      {targets === null ? null : (
        <div id="bundle">
          <Card title={t("bundle")}>
            <div className="stack-2">
              <p className="t13 mut">{t("bundleHint")}</p>
              <BundleLink caseId={caseId} targets={targets} />
            </div>
          </Card>
        </div>
      )}
      <FilterForm
        value={{ kind: filter.kind, sort: filter.sort }}
        action={paths.case(caseId)}
        apply={t("apply")}
        clear={isFiltered ? { href: documentsAddress(caseId, { sort: "newest" }), label: t("clear") } : null}
      >
        <input type="hidden" name="tab" value="documents" />
        <FilterSelect
          label={t("columns.kind")}
          name="kind"
          defaultValue={filter.kind ?? ""}
          placeholder={t("every")}
          choices={documentKinds
            .filter((kind) => kind === filter.kind || page.counts[kind])
            .map((kind) => ({
              value: kind,
              label: t("kindCount", { kind: t(`kind.${kind}`), count: page.counts[kind] ?? 0 }),
            }))}
        />
        <FilterSelect
          label={t("sortBy")}
          name="sort"
          defaultValue={filter.sort}
          choices={documentSorts.map((sort) => ({ value: sort, label: t(`sort.${sort}`) }))}
        />
      </FilterForm>
      {page.rows.length > 0 ? (
        <div className="card clip">
          <DocumentTable caseId={caseId} rows={page.rows} filter={filter} />
        </div>
      ) : (
        <Empty icon={<FileText className="i" aria-hidden />} title={t(filter.kind ? "noMatch" : "empty")}>
          {filter.kind ? null : t("emptyHint")}
        </Empty>
      )}
      <Pager
        previous={page.previous ? documentsAddress(caseId, filter, { before: page.previous }) : null}
        next={page.next ? documentsAddress(caseId, filter, { after: page.next }) : null}
        shown={page.rows.length}
      />
    </>
  );
}
