import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import type { DutyAsk } from "@/lib/duty/call-queries";
import { paths } from "@/lib/paths";

/** On the first page of somebody on duty: the word about his shift that is still to write, and words of others to confirm. */
export function DutyBanner({ ask: { writes, unread } }: { ask: DutyAsk }) {
  const t = useTranslations("duty.note");
  if (!writes && unread === 0) return null;
  return (
    <Note
      tone="amber"
      className="no-print"
      title={writes ? t("asked") : t("waiting", { count: unread })}
      action={
        <Link className="btn btn-sm" href={paths.duty}>
          {t("open")}
        </Link>
      }
    >
      {writes ? t("askedHome") : null}
    </Note>
  );
}
