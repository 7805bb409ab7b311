"use client";

import { useTranslations } from "next-intl";
import { useMemo } from "react";
import { Badge, type Tone } from "@/components/ui/badge";
import { columnsOf, DataTable } from "@/components/ui/data-table";
import { Timestamp } from "@/components/ui/timestamp";
import type { DocumentFilter } from "@/lib/cases/documents/schema";
import type { DocumentRow, DocumentState } from "@/lib/cases/documents/types";
import { documentsAddress } from "@/lib/cases/documents/address";
import { DocumentFiles } from "./document-files";
import { DocumentName } from "./document-name";

const column = columnsOf<DocumentRow>();
const tones: Record<DocumentState, Tone> = {
  valid: "green",
  amended: "amber",
  amends: "grey",
  withdrawn: "red",
};

/** What is on paper about a case; each opens or downloads. */
export function DocumentTable({
  caseId,
  rows,
  filter,
}: {
  caseId: string;
  rows: readonly DocumentRow[];
  filter: DocumentFilter;
}) {
  const t = useTranslations("cases.documents");
  const columns = useMemo(
    () => [
      column.display({
        id: "name",
        header: () => t("columns.name"),
        meta: { isRowHeader: true, phone: "title", className: "wraps" },
        cell: ({ row: { original } }) => <DocumentName row={original} caseId={caseId} />,
      }),
      column.accessor("kind", {
        header: () => t("columns.kind"),
        meta: { phone: "lead" },
        cell: ({ getValue }) => <span className="nw">{t(`kind.${getValue()}`)}</span>,
      }),
      column.accessor("addressee", {
        header: () => t("columns.addressee"),
        meta: { phone: "line" },
        cell: ({ getValue }) => getValue(),
      }),
      column.accessor("state", {
        header: () => t("columns.state"),
        meta: { phone: "aside" },
        cell: ({ getValue }) => {
          const state = getValue() as DocumentState | null;
          return state ? <Badge tone={tones[state]}>{t(`state.${state}`)}</Badge> : null;
        },
      }),
      column.accessor("at", {
        header: () => t("columns.at"),
        meta: {
          phone: "line",
          sort: {
            href: documentsAddress(caseId, {
              ...filter,
              sort: filter.sort === "newest" ? "oldest" : "newest",
            }),
            now: filter.sort === "newest" ? "descending" : "ascending",
          },
        },
        cell: ({ row: { original } }) => (
          <>
            <Timestamp at={original.at} />
            <span className="sub">{[original.by, original.organisation].filter(Boolean).join(" · ")}</span>
          </>
        ),
      }),
      column.display({
        id: "files",
        header: () => <span className="vh">{t("columns.files")}</span>,
        meta: { align: "right", phone: "line" },
        cell: ({ row: { original } }) => <DocumentFiles row={original} />,
      }),
    ],
    [t, caseId, filter],
  );
  return (
    <DataTable
      caption={t(filter.sort === "newest" ? "captionNewest" : "captionOldest")}
      columns={columns}
      rows={rows}
      rowId={({ kind, id }) => `${kind}-${id}`}
      twoLines
    />
  );
}
