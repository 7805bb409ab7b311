import { getLocale, getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { Card } from "@/components/ui/card";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { TableHead } from "@/components/ui/table-head";
import { Timestamp } from "@/components/ui/timestamp";
import type { PaymentRow, TransferRow } from "@/lib/cases/types";
import type { Language } from "@/lib/i18n/languages";
import { elsewhereText } from "@/lib/requests/kinds/elsewhere";
import { paths } from "@/lib/paths";

function Account({
  institution,
  account,
  name,
}: {
  institution: string | null;
  account: string | null;
  name?: string | null;
}) {
  if (!institution && !account) return <span className="dim">–</span>;
  return (
    <>
      <span className="fw5">{institution}</span> {account ? <Identifier value={account} copy /> : null}
      {name ? <span className="sub">{name}</span> : null}
    </>
  );
}

/** Layer 0: what the victims paid, and to where. */
export async function PaymentTable({ payments }: { payments: readonly PaymentRow[] }) {
  const t = await getTranslations("cases.payments");
  return (
    <Card flush title={t("title")}>
      {payments.length === 0 ? (
        <p className="card-body t13 mut">{t("empty")}</p>
      ) : (
        <div className="scroll-x" tabIndex={0}>
          <table className="table">
            <caption className="vh">{t("title")}</caption>
            <TableHead
              columns={[t("at"), t("victim"), t("from"), t("to"), { figure: t("amount") }, t("reference")]}
            />
            <tbody>
              {payments.map((payment) => (
                <tr key={payment.id}>
                  <td>
                    <Timestamp at={payment.at} />
                  </td>
                  <td>{payment.victim}</td>
                  <td>
                    <Account institution={payment.fromInstitution} account={payment.fromAccount} />
                  </td>
                  <td>
                    <Account
                      institution={payment.toInstitution}
                      account={payment.toAccount}
                      name={payment.toName}
                    />
                  </td>
                  <td className="r">
                    <Money value={payment.amount} strong />
                  </td>
                  <td>{payment.reference ? <span className="id">{payment.reference}</span> : null}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}

/** What answers say moved on: the edges of the money trail as rows. */
export async function TransferTable({ transfers }: { transfers: readonly TransferRow[] }) {
  const t = await getTranslations("cases");
  const places = await getTranslations("answers.elsewhere.places");
  const language = (await getLocale()) as Language;
  const nameOf = ({ elsewhere }: TransferRow) =>
    elsewhere && elsewhereText(elsewhere, (place) => places(place), language);
  return (
    <Card flush title={t("ledger.transfers")}>
      {transfers.length === 0 ? (
        <p className="card-body t13 mut">{t("ledger.transfersEmpty")}</p>
      ) : (
        <div className="scroll-x" tabIndex={0}>
          <table className="table">
            <caption className="vh">{t("ledger.transfers")}</caption>
            <TableHead
              columns={[
                t("payments.at"),
                t("payments.from"),
                t("payments.to"),
                { figure: t("payments.amount") },
              ]}
            />
            <tbody>
              {transfers.map((transfer) => (
                <tr key={transfer.id}>
                  <td>
                    <Link href={paths.request(transfer.requestId)}>
                      <Timestamp at={transfer.at} />
                    </Link>
                  </td>
                  <td>
                    <Account
                      institution={
                        transfer.fromInstitution ?? (transfer.toInstitution ? nameOf(transfer) : null)
                      }
                      account={transfer.fromAccount}
                    />
                  </td>
                  <td>
                    <Account
                      institution={transfer.toInstitution ?? nameOf(transfer)}
                      account={transfer.toAccount}
                      name={transfer.toName}
                    />
                  </td>
                  <td className="r">
                    <Money value={transfer.amount} strong />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Card>
  );
}
