import { Check } from "@/components/icons/check";
import { getTranslations } from "next-intl/server";
import { Card } from "@/components/ui/card";
import { Empty } from "@/components/ui/empty";
import { Money } from "@/components/ui/money";
import { Note } from "@/components/ui/note";
import { StackedBar } from "@/components/ui/stacked-bar";
import { getLanguage } from "@/lib/i18n/words";
import { formatVnd } from "@/lib/money/format-vnd";
import { formatShare, tenthsOf } from "@/lib/money/share";
import { waitingIn } from "@/lib/money/trail/waiting";
import type { LedgerView } from "@/lib/money/types";

type Part = {
  name: "held" | "cashedOut" | "pending" | "unasked" | "outside" | "unexplained" | "sentBack";
  fill: string;
  key: string;
  amount: bigint;
};

/** The parts in their order. Money that nobody was asked about, or can be, waits for no answer: parts of their own. */
function partsOf(ledger: LedgerView): Part[] {
  const open: Part[] = [
    { name: "pending", fill: "f-wait", key: "k-wait", amount: waitingIn(ledger) },
    { name: "unasked", fill: "f-unasked", key: "k-unasked", amount: BigInt(ledger.unasked) },
    { name: "outside", fill: "f-outside", key: "k-outside", amount: BigInt(ledger.outside) },
  ];
  const there = open.filter(({ amount }) => amount !== 0n);
  return [
    { name: "held", fill: "f-held", key: "k-held", amount: BigInt(ledger.held) },
    { name: "cashedOut", fill: "f-cash", key: "k-cash", amount: BigInt(ledger.cashedOut) },
    ...(there.length === 0 ? open.slice(0, 1) : there),
    { name: "unexplained", fill: "f-unk", key: "k-unk", amount: BigInt(ledger.unexplained) },
    ...(ledger.sentBack === "0"
      ? []
      : [
          { name: "sentBack", fill: "f-flow", key: "k-flow", amount: BigInt(ledger.sentBack) } satisfies Part,
        ]),
  ];
}

/** Where every đồng is that victims paid: one bar, its parts with their share, and the same by layer. */
export async function LedgerCard({ ledger, reportedLoss }: { ledger: LedgerView; reportedLoss: string }) {
  const [t, language] = await Promise.all([getTranslations("cases.ledger"), getLanguage()]);
  const total = BigInt(ledger.reported);
  if (total === 0n) return <Empty title={t("empty")} />;
  const vnd = (amount: string | bigint) => formatVnd(BigInt(amount), language);
  const parts = partsOf(ledger);
  // Seldom: columns of their own only where money left the register's reach, or went back to a victim's own account.
  const gone = ledger.outside === "0" ? [] : (["outside"] as const);
  const back = ledger.sentBack === "0" ? [] : (["sentBack"] as const);
  const within = (of: Pick<LedgerView, "movedOnPending" | "outside">) =>
    BigInt(of.movedOnPending) - BigInt(of.outside);
  const has = (which: "pending" | "unasked") => parts.some(({ name }) => name === which);
  const open = has("unasked") ? (has("pending") ? "pendingOrUnasked" : "unasked") : "pending";
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
          label={t(open === "unasked" ? "axisUnasked" : "axis", {
            reported: vnd(ledger.reported),
            held: vnd(ledger.held),
            cashedOut: vnd(ledger.cashedOut),
            pending:
              open === "pendingOrUnasked"
                ? `${vnd(waitingIn(ledger))}, ${t("ofUnasked", { amount: vnd(ledger.unasked) })}`
                : vnd(within(ledger)),
            unexplained:
              gone.length > 0
                ? `${vnd(ledger.unexplained)}, ${t("ofOutside", { amount: vnd(ledger.outside) })}`
                : vnd(ledger.unexplained),
          })}
          parts={parts.map(({ fill, amount }) => ({
            fill,
            length: Number((amount * 10_000n) / total) / 100,
          }))}
        />
        <dl className="eqs">
          <div>
            <dt>{t("reported")}</dt>
            <dd>
              <Money value={ledger.reported} figure={20} />
            </dd>
          </div>
          {parts.map(({ name, key, amount }) => (
            <div key={name}>
              <dt>
                <span className={`key ${key}`} />
                {t(name)}
              </dt>
              <dd>
                <Money value={amount} figure={20} />
              </dd>
              <dd className="t12 dim num">
                {formatShare(tenthsOf(amount, total), language)}
                {name === "held" && ledger.returned !== "0"
                  ? ` · ${t("returned", { amount: vnd(ledger.returned) })}`
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
        {ledger.surplus === "0" ? null : (
          <Note tone="amber" className="mt-2">
            {t("surplus", { amount: vnd(ledger.surplus) })}
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
              {(
                [
                  "entered",
                  "held",
                  "cashedOut",
                  "movedOn",
                  "pending",
                  ...gone,
                  "unexplained",
                  ...back,
                ] as const
              ).map((name) => (
                <th key={name} scope="col" className="r">
                  {t(name === "pending" ? open : name)}
                </th>
              ))}
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
                  within(line),
                  ...gone.map((name) => line[name]),
                  line.unexplained,
                  ...back.map((name) => line[name]),
                ].map((amount, at) => (
                  <td key={at} className="r">
                    <Money value={amount} className={amount === "0" ? "dim" : undefined} />
                    {at === 0 && line.cameRound !== "0" ? (
                      <span className="sub">{t("round", { amount: vnd(line.cameRound) })}</span>
                    ) : null}
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
              <td className="r dim nw">{t("nextLayer")}</td>
              <td className="r">
                <Money value={within(ledger)} />
              </td>
              {gone.map((name) => (
                <td key={name} className="r">
                  <Money value={ledger[name]} />
                </td>
              ))}
              <td className="r">
                <Money value={ledger.unexplained} />
              </td>
              {back.map((name) => (
                <td key={name} className="r">
                  <Money value={ledger[name]} />
                </td>
              ))}
            </tr>
          </tfoot>
        </table>
      </div>
    </Card>
  );
}
