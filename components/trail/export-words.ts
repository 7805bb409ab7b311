import { getTranslations } from "next-intl/server";
import { getLanguage } from "@/lib/i18n/words";
import { formatDateTime } from "@/lib/i18n/local-time";
import { trailStatuses } from "@/lib/money/trail/status";
import { sheetNames, type SheetWords, sumNames } from "@/lib/money/trail/sheet-words";
import { trailWords } from "./trail-words";

/** The words of a trail that leaves the portal: its title, its mark, its drawing and the sheets of its workbook. */
export async function exportWords() {
  const [t, language] = [await getTranslations("trail"), await getLanguage()];
  const sheets = {
    sums: Object.fromEntries(
      sumNames.map((name) => [name, t(name === "pending" ? "sums.pendingOrUnasked" : `sums.${name}`)]),
    ),
    status: Object.fromEntries(trailStatuses.map((name) => [name, t(`status.${name}`)])),
    sheet: Object.fromEntries(sheetNames.map((name) => [name, t(`sheet.${name}`)])),
    statusHead: t("nodes.status"),
    reference: t("edges.reference"),
    first: t("nodes.first"),
  } as SheetWords;
  return {
    title: t("title"),
    mark: ({
      number,
      madeBy,
      orgName,
      madeAt,
    }: {
      number: string;
      madeBy: string;
      orgName: string;
      madeAt: Date;
    }) => t("export.mark", { number, by: madeBy, org: orgName, at: formatDateTime(madeAt) }),
    drawing: trailWords(t, language),
    sheets,
  };
}
