import { formatDate, formatDateTime } from "@/lib/i18n/local-time";
import { vndParts } from "@/lib/money/format-vnd";
import type { AmendedBy } from "@/lib/requests/letters/types";
import type { PaperWords } from "./paper-words";

/**
 * What stands first on an order that was amended: by which document, of which day, signed by whom, what it changed. The order below
 * is the text in force.
 */
export function amendmentLines(amended: readonly AmendedBy[], words: PaperWords): string[] {
  const { letters } = words;
  if (amended.length === 0) return [];
  return [
    letters("amended.intro"),
    ...amended.map((one) =>
      letters("amended.line", {
        number: one.number,
        document: one.documentNumber,
        date: formatDate(one.issuedAt),
        signer: one.signer ?? "",
        changes: changesOf(one, words).join("; "),
        reason: one.reason.trim().replace(/[.;\s]+$/, ""),
      }),
    ),
  ];
}

function changesOf({ changes }: AmendedBy, { letters, letter, language }: PaperWords): string[] {
  const { grounds, disclosure, dueAt, amounts = [], added = [], removed = [] } = changes;
  const dong = (amount: string | null) =>
    amount === null
      ? letters("amended.noAmount")
      : letter("dong", { digits: vndParts(BigInt(amount), language).digits });
  return [
    ...(grounds ? [letters("amended.grounds")] : []),
    ...(disclosure ? [letters("amended.disclosure")] : []),
    ...amounts.map(({ display, before, after }) =>
      letters("amended.amount", { target: display, before: dong(before), after: dong(after) }),
    ),
    ...added.map(({ display, amount }) =>
      amount === null
        ? letters("amended.added", { target: display })
        : letters("amended.addedAmount", { target: display, amount: dong(amount) }),
    ),
    ...removed.map(({ display }) => letters("amended.removed", { target: display })),
    ...(dueAt
      ? [
          letters("amended.due", {
            before: formatDateTime(dueAt.before),
            after: formatDateTime(dueAt.after),
          }),
        ]
      : []),
  ];
}

/** `12/LPT-PA05` as minutes cite it, with what amended it. */
export function citedNumber(number: string, amended: readonly AmendedBy[], { letters }: PaperWords): string {
  if (amended.length === 0) return number;
  const documents = amended.map(({ documentNumber }) => documentNumber).join(", ");
  return letters("amended.cited", { number, documents });
}
