import { formatDate } from "@/lib/i18n/local-time";
import { formatVnd } from "@/lib/money/format-vnd";

/** How a letter begins: to whom money was paid, and to everybody else. words: statement.groundsForm statement.groundsPlain */
export type GroundsForms = { paid: string; plain: string };

/**
 * The grounds that are proposed for one request. They say what was paid to the receiver's own accounts, `paid` VND each, and nothing
 * of the victim's whole loss or of accounts elsewhere: each receiver sees its own part alone (domain §1).
 */
export function groundsOf(forms: GroundsForms, reportedAt: string, paid: readonly bigint[]): string {
  const reached = paid.filter((amount) => amount > 0n);
  return (reached.length === 0 ? forms.plain : forms.paid)
    .replace("#date#", formatDate(reportedAt))
    .replace("#amount#", formatVnd(reached.reduce((sum, amount) => sum + amount, 0n)))
    .replace("#accounts#", String(reached.length));
}
