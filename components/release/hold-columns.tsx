import type { useTranslations } from "next-intl";
import { columnsOf, RowLink } from "@/components/ui/data-table";
import { Identifier } from "@/components/ui/identifier";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import type { Language } from "@/lib/i18n/languages";
import { formatVnd } from "@/lib/money/format-vnd";
import { paths } from "@/lib/paths";
import type { DeskHoldRow, HoldRow } from "@/lib/release/types";

type Words = ReturnType<typeof useTranslations<"release">>;

/** What the unit's list and the desk's list of holds say alike: whose account, and how much of it. A press on a row opens its order. */
export function holdColumns<Row extends HoldRow | DeskHoldRow>(t: Words, language: Language) {
  const column = columnsOf<Row>();
  return {
    account: column.display({
      id: "account",
      header: () => t("columns.account"),
      meta: { isRowHeader: true, phone: "title" },
      cell: ({ row: { original: row } }) => (
        <>
          <RowLink href={paths.request(row.requestId)}>
            <Identifier value={row.account} />
          </RowLink>
          {row.accountName ? <span className="sub trunc">{row.accountName}</span> : null}
          <span className="sub num">{row.requestCode}</span>
        </>
      ),
    }),
    amount: column.display({
      id: "amount",
      header: () => t("columns.amount"),
      meta: { align: "right", phone: "figure" },
      cell: ({ row: { original: row } }) => (
        <>
          <Money value={row.amount} strong />
          {row.returned === "0" ? null : (
            <span className="sub">
              {t("returned", { amount: formatVnd(BigInt(row.returned), language) })}
            </span>
          )}
        </>
      ),
    }),
  };
}

/** Where somebody may say that this hold should end. */
export const AppealLink = ({ holdId, words }: { holdId: string; words: string }) => (
  <Link href={paths.appealHold(holdId)} className="t12 no-print">
    {words}
  </Link>
);
