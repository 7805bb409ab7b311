import { formatDateTime } from "@/lib/i18n/local-time";
import { vndParts } from "@/lib/money/format-vnd";
import type { Letter } from "@/lib/requests/letters/types";
import { factLines } from "./asked-lines";
import type { Cell, PaperTable } from "./paper";
import type { PaperWords } from "./paper-words";

/** The targets of a letter as its table; notes where there are any, with the holder of an account, amounts where they are asked about. */
export function targetTable(letter: Letter, words: PaperWords): PaperTable {
  const { letter: t, targetKinds, language } = words;
  const total = BigInt(letter.disputedAmount);
  const hasNotes = letter.items.some(
    ({ holderName, overGround, asked }) => holderName || overGround || asked.length > 0,
  );
  const hasAccounts = letter.items.some(({ kind }) => kind === "bank_account" || kind === "e_wallet");
  const hasPayments = letter.items.some(({ paidIn }) => paidIn.length > 0);
  // One kind is said once, in the head; several have a column.
  const kinds = new Set(letter.items.map(({ kind }) => kind));
  const [only] = kinds.size === 1 ? [...kinds] : [];
  const columns: PaperTable["columns"] = [
    { label: t("targets.position"), align: "center" },
    ...(only ? [] : [{ label: t("targets.kind"), align: "left" as const, share: 3 }]),
    { label: only ? targetKinds(only) : t("targets.value"), align: "left", share: 4 },
    ...(hasNotes
      ? [{ label: t(hasAccounts ? "targets.holder" : "targets.notes"), align: "left" as const, share: 5 }]
      : []),
    ...(hasPayments ? [{ label: t("targets.paidIn"), align: "left" as const, share: 5 }] : []),
    ...(total > 0n ? [{ label: t("targets.amount"), align: "right" as const }] : []),
  ];
  const rows = letter.items.map((item): Cell[] => [
    { text: String(item.position) },
    ...(only ? [] : [{ text: targetKinds(item.kind) }]),
    { text: item.display },
    ...(hasNotes
      ? [
          {
            text: item.holderName ?? "",
            notes: [
              ...factLines(item.asked, words),
              ...(item.overGround ? [t("targets.over", { ground: item.overGround })] : []),
            ],
          },
        ]
      : []),
    ...(hasPayments
      ? [
          {
            text: "",
            notes: item.paidIn.map(({ at, amount }) =>
              t("targets.paid", {
                at: formatDateTime(at),
                amount: t("dong", { digits: vndParts(BigInt(amount), language).digits }),
              }),
            ),
          },
        ]
      : []),
    ...(total > 0n
      ? [{ text: item.disputedAmount ? vndParts(BigInt(item.disputedAmount), language).digits : "" }]
      : []),
  ]);
  const isSum = total > 0n && rows.length > 1;
  return {
    caption: t("targets.caption"),
    columns,
    rows,
    total: isSum ? { label: t("targets.total"), amount: vndParts(total, language).digits } : null,
  };
}
