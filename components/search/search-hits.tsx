"use client";

import { FolderOpen } from "@/components/icons/folder-open";
import { Send } from "@/components/icons/send";
import { Link } from "@/components/ui/link";
import { useTranslations } from "next-intl";
import { CaseStatusBadge } from "@/components/cases/case-status";
import { RequestStatusBadge } from "@/components/requests/request-status";
import type { CaseStatus, RequestStatus } from "@/lib/generated/prisma/enums";
import { paths } from "@/lib/paths";
import type { SearchResult } from "@/lib/search/types";

/** What was found, each with where it stands. */
export function SearchHits({ result, onOpen }: { result: SearchResult; onOpen?: () => void }) {
  const t = useTranslations("search");
  const kind = useTranslations("kinds");
  if (result.hits.length === 0) {
    return (
      <div className="stack-1 t13" role="status">
        <p className="fw6">{t("none")}</p>
        <p className="mut">{t("noneHint")}</p>
      </div>
    );
  }
  return (
    <div className="stack-2">
      <p className="t12 mut" role="status">
        {t("found", { count: result.hits.length })}
      </p>
      <ul className="found">
        {result.hits.map((hit) => (
          <li key={hit.id}>
            <Link
              href={hit.kind === "case" ? paths.case(hit.id) : paths.request(hit.id)}
              className="found-hit"
              onClick={onOpen}
            >
              {hit.kind === "case" ? (
                <FolderOpen className="i" aria-hidden />
              ) : (
                <Send className="i" aria-hidden />
              )}
              <span className="grow">
                <span className="block fw5">
                  {hit.kind === "case" ? hit.title : kind(hit.title as "ACCOUNT_SUSPEND")}
                </span>
                <span className="block t12 dim">
                  <span className="id">{hit.code}</span>
                  {hit.label === hit.code || hit.label === hit.title ? null : (
                    <>
                      {" "}
                      · <span className="id">{hit.label}</span>
                    </>
                  )}
                </span>
              </span>
              {hit.kind === "case" ? (
                <CaseStatusBadge status={hit.status as CaseStatus} />
              ) : (
                <RequestStatusBadge status={hit.status as RequestStatus} />
              )}
            </Link>
          </li>
        ))}
      </ul>
      {result.more ? <p className="t12 mut">{t("more")}</p> : null}
    </div>
  );
}
