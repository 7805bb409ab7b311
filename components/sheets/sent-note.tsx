import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { formatDateTime } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";
import type { SheetRow } from "@/lib/requests/sheets/types";

/** How much of the file has gone out and when, for as long as the file is looked at, with the way to where it stands now. */
export function SentNote({ rows }: { rows: readonly SheetRow[] }) {
  const t = useTranslations("sheets.sent");
  const sent = rows.filter(({ state }) => state === "same");
  const last = sent.reduce(
    (latest, { answeredAt }) => ((answeredAt ?? "") > latest ? answeredAt! : latest),
    "",
  );
  if (last === "") return null;
  const requests = new Set(sent.map(({ requestId }) => requestId));
  const [only] = requests;
  return (
    <Note
      tone="green"
      announce
      action={
        requests.size === 1 && only ? (
          <Link href={paths.request(only)}>{t("request", { code: sent[0]!.code })}</Link>
        ) : (
          <Link href={paths.answered}>{t("answered")}</Link>
        )
      }
    >
      {t("line", { count: sent.length, time: formatDateTime(last) })}
    </Note>
  );
}
