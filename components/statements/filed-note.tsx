"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Note } from "@/components/ui/note";
import { formatDateTime } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";
import type { FiledBefore } from "@/lib/statements/filed-before";

/**
 * Where a statement lies already. Without `onGoOn` it was filed here a moment ago; with it the same text is on the desk once more,
 * and is filed again only on a press.
 */
export function FiledNote({ filed, onGoOn }: { filed: FiledBefore; onGoOn?: () => void }) {
  const t = useTranslations("statement.filed");
  const { code } = filed;
  const time = formatDateTime(filed.at);
  return (
    <Note
      tone={onGoOn ? "amber" : "green"}
      announce
      action={
        <span className="row wrap">
          <ButtonLink href={paths.case(filed.caseId)} size="sm">
            {t("open", { code })}
          </ButtonLink>
          {onGoOn ? (
            <Button size="sm" onClick={onGoOn}>
              {t("goOn")}
            </Button>
          ) : null}
        </span>
      }
    >
      {onGoOn ? t("before", { code, time }) : t("done", { code, time })}
    </Note>
  );
}
