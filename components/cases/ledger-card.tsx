import { Check } from "lucide-react";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Money } from "@/components/ui/money";
import { Note } from "@/components/ui/note";
import { StackedBar } from "@/components/ui/stacked-bar";
import { formatVnd } from "@/lib/money/format-vnd";
import type { LedgerView } from "@/lib/money/types";

const buckets = [
  ["held", "f-held", "k-held"],
  ["cashedOut", "f-cash", "k-cash"],
  ["movedOnPending", "f-wait", "k-wait"],
  ["unexplained", "f-unk", "k-unk"],
] as const;
const wordOf = {
  held: "held",
  cashedOut: "cashedOut",
  movedOnPending: "pending",
  unexplained: "unexplained",
} as const;
/** Nothing waits for an answer where nobody was asked. */
const isAllUnasked = ({ movedOnPending, unasked }: Pick<LedgerView, "movedOnPending" | "unasked">) =>
  unasked !== "0" && unasked === movedOnPending;

/** Where every đồng is that victims paid: one bar, its four parts with their share, and the same by layer. */
export async function LedgerCard({ ledger, reportedLoss }: { ledger: LedgerView; reportedLoss: string }) {
  const t = await getTranslations("cases.ledger");
  const total = BigInt(ledger.reported);
  if (total === 0n) return <Empty title={t("empty")} />;
  const share = (amount: string) => Number((BigInt(amount) * 10_000n) / total) / 100;
  const percent = new Intl.NumberFormat("vi-VN", { minimumFractionDigits: 1, maximumFractionDigits: 1 });
  const vnd = (amount: string) => formatVnd(BigInt(amount));
  const pending = t(isAllUnasked(ledger) ? "unasked" : "pending");
  return (
    <Card
      flush
      title={t("title")}
      aside={
        <span className="row t13 c-green fw5">
          <Check className="i" aria-hidden />
          {t("balanced", { count: ledger.layers.length })}
        </span>
      }
    >
      <div className="eq">
        <StackedBar
          className="eqbar"
          label={t(isAllUnasked(ledger) ? "axisUnasked" : "axis", {
            reported: vnd(ledger.reported),
            held: vnd(ledger.held),
            cashedOut: vnd(ledger.cashedOut),
            pending: vnd(ledger.movedOnPending),
            unexplained: vnd(ledger.unexplained),
          })}
          parts={buckets.map(([name, fill]) => ({ fill, length: share(ledger[name]) }))}
        />
        <dl className="eqs">
          <div>
            <dt>{t("reported")}</dt>
            <dd>
              <Money value={ledger.reported} figure={20} />
            </dd>
          </div>
          {buckets.map(([name, , key]) => (
            <div key={name}>
              <dt>
                <span className={`key ${key}`} />
                {name === "movedOnPending" ? pending : t(wordOf[name])}
              </dt>
              <dd>
                <Money value={ledger[name]} figure={20} />
              </dd>
              <dd className="t12 dim num">
                {percent.format(share(ledger[name]))} %
                {name === "held" && ledger.returned !== "0"
                  ? ` · ${t("returned", { amount: vnd(ledger.returned) })}`
                  : ""}
                {name === "movedOnPending" && ledger.unasked !== "0" && !isAllUnasked(ledger)
                  ? ` · ${t("ofUnasked", { amount: vnd(ledger.unasked) })}`
                  : ""}
              </dd>
            </div>
          ))}
        </dl>
        {BigInt(reportedLoss) !== total ? (
          <p className="t12 mut">{t("gap", { loss: vnd(reportedLoss), paid: vnd(ledger.reported) })}</p>
        ) : null}
        {ledger.heldBeyondTrail === "0" ? null : (
          <Note tone="amber" className="mt-2">
            {t("beyond", { amount: vnd(ledger.heldBeyondTrail) })}
          </Note>
        )}
      </div>
      <div className="scroll-x" tabIndex={0}>
        <table className="table ledger">
          <caption className="vh">{t("title")}</caption>
          <thead>
            <tr>
              <th scope="col">
                <span className="vh">{t("layer", { layer: 1 })}</span>
              </th>
              {(["entered", "held", "cashedOut", "movedOn", "pending", "unexplained"] as const).map(
                (name) => (
                  <th key={name} scope="col" className="r">
                    {name === "pending" ? pending : t(name)}
                  </th>
                ),
              )}
            </tr>
          </thead>
          <tbody>
            {ledger.layers.map((line) => (
              <tr key={line.layer}>
                <th scope="row" className="fw5">
                  {t("layer", { layer: line.layer })}
                </th>
                {[
                  line.entered,
                  line.held,
                  line.cashedOut,
                  line.movedOn,
                  line.movedOnPending,
                  line.unexplained,
                ].map((amount, at) => (
                  <td key={at} className="r">
                    <Money value={amount} className={amount === "0" ? "dim" : undefined} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t("total")}</th>
              <td className="r">
                <Money value={ledger.reported} />
              </td>
              <td className="r">
                <Money value={ledger.held} />
              </td>
              <td className="r">
                <Money value={ledger.cashedOut} />
              </td>
              <td className="r dim">{t("nextLayer")}</td>
              <td className="r">
                <Money value={ledger.movedOnPending} />
              </td>
              <td className="r">
                <Money value={ledger.unexplained} />
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
    </Card>
  );
}
