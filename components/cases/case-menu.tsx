"use client";

import { Download } from "@/components/icons/download";
import { Ellipsis } from "@/components/icons/ellipsis";
import { Files } from "@/components/icons/files";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Menu } from "@/components/ui/menu";
import { documentsAddress } from "@/lib/cases/documents/address";
import { rowsWithoutReason } from "@/lib/exports/types";
import { paths } from "@/lib/paths";

/** What else is done with a case: its papers, and all signed letters as one file. `targets`: how many leave with them, null for none. */
export function CaseMenu({ caseId, targets }: { caseId: string; targets: number | null }) {
  const t = useTranslations("cases");
  const documents = documentsAddress(caseId, { sort: "newest" });
  return (
    <Menu
      label={t("detail.more")}
      className="btn"
      named
      trigger={
        <>
          <Ellipsis className="i" aria-hidden />
          {t("detail.more")}
        </>
      }
    >
      <Link className="menu-item" href={documents}>
        <Files className="i" aria-hidden />
        {t("documents.open")}
      </Link>
      {targets === null ? null : targets <= rowsWithoutReason ? (
        <a className="menu-item" href={paths.caseBundle(caseId)} download>
          <Download className="i" aria-hidden />
          {t("documents.bundle")}
        </a>
      ) : (
        <Link className="menu-item" href={`${documents}#bundle`}>
          <Download className="i" aria-hidden />
          {t("documents.bundle")}
        </Link>
      )}
    </Menu>
  );
}
