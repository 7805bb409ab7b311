import { getTranslations } from "next-intl/server";
import { getLanguage } from "@/lib/i18n/words";
import { formatDateTime } from "@/lib/i18n/local-time";
import { trailStatuses } from "@/lib/money/trail/status";
import type { SheetWords } from "@/lib/money/trail/workbook";
import { trailWords } from "./trail-words";

/** The words of a trail that leaves the portal: its title, its mark, its drawing and the sheets of its workbook. */
export async function exportWords() {
  const [t, language] = [await getTranslations("trail"), await getLanguage()];
  const sums = [
    "entered",
    "held",
    "returned",
    "cashedOut",
    "movedOn",
    "sentBack",
    "pending",
    "unexplained",
    "ownIn",
    "surplus",
    "heldBeyond",
  ] as const;
  const sheet = [
    "accounts",
    "transfers",
    "ledger",
    "institution",
    "account",
    "name",
    "kind",
    "bank_account",
    "e_wallet",
    "victim",
    "total",
    "layer",
    "cameRound",
    "traced",
    "amount",
    "at",
    "from",
    "to",
    "requests",
    "payment",
    "told",
    "source",
    "reported",
  ] as const;
  const sheets = {
    sums: Object.fromEntries(sums.map((name) => [name, t(`sums.${name}`)])),
    status: Object.fromEntries(trailStatuses.map((name) => [name, t(`status.${name}`)])),
    sheet: Object.fromEntries(sheet.map((name) => [name, t(`sheet.${name}`)])),
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
