import { ChevronDown } from "@/components/icons/chevron-down";
import { TriangleAlert } from "@/components/icons/triangle-alert";
import { useTranslations } from "next-intl";
import { groupIdentifier, Identifier } from "@/components/ui/identifier";
import { Link } from "@/components/ui/link";
import { Money, useVnd } from "@/components/ui/money";
import { paths } from "@/lib/paths";
import type { SigningPeek } from "@/lib/requests/signing/types";

/** A line for each request of a batch with what is its own; opened, its targets. What was found of it always stands there. */
export function BatchOrders({ picked }: { picked: readonly SigningPeek[] }) {
  const t = useTranslations("signing");
  const hasOneKind = new Set(picked.map(({ kindCode }) => kindCode)).size === 1;
  const hasOneReason = new Set(picked.map(({ grounds }) => grounds)).size === 1;
  const hasOneCase = new Set(picked.map(({ caseId }) => caseId)).size === 1;
  return (
    <div className="sg-orders">
      <div className="sg-order sg-order-head t12 dim" aria-hidden>
        <span>{t("batch.to")}</span>
        <span className="r">{t("batch.targets")}</span>
        <span className="r">{t("batch.amount")}</span>
      </div>
      <ul>
        {picked.map((peek) => (
          <li key={peek.id} data-slot="batch-order">
            <details>
              <summary className="sg-order">
                <span className="fw6">
                  {peek.addressee}
                  {hasOneKind ? null : (
                    <span className="fw4 mut"> · {t(`what.${peek.kindCode as "ACCOUNT_SUSPEND"}`)}</span>
                  )}
                  {hasOneCase ? null : <span className="id fw4 dim"> {peek.caseCode}</span>}
                </span>
                <span className="r num">
                  <span aria-hidden>{peek.itemCount}</span>
                  <span className="vh">{t("peek.targets", { count: peek.itemCount })}</span>
                </span>
                <span className="r">
                  {peek.disputedAmount === "0" ? null : <Money value={peek.disputedAmount} strong />}
                </span>
                <ChevronDown className="i i-14 sg-turn" aria-hidden />
              </summary>
              <div className="sg-order-in t13">
                <ul className="stack-1">
                  {peek.accounts.map(({ value, amount }) => (
                    <li key={value} className="row between">
                      <Identifier value={value} />
                      {amount === null ? null : <Money value={amount} />}
                    </li>
                  ))}
                  {peek.itemCount > peek.accounts.length ? (
                    <li className="mut">
                      {t("batch.rest", { count: peek.itemCount - peek.accounts.length })}
                    </li>
                  ) : null}
                </ul>
                {hasOneReason ? null : <p className="sg-grounds">{peek.grounds}</p>}
                <p className="row between">
                  <span className="id dim">{peek.code}</span>
                  <Link href={paths.letter(peek.id)}>{t("letter")}</Link>
                </p>
              </div>
            </details>
            <Findings peek={peek} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Findings({ peek: { findings, reportedLoss, basis } }: { peek: SigningPeek }) {
  const t = useTranslations("signing.checks");
  const { vnd } = useVnd();
  const found = [
    ...(findings.beyondLoss ? [t("beyondLoss", { lost: vnd(reportedLoss) })] : []),
    ...(findings.overGrounds.length > 0
      ? [t("overDisputed", { ground: [...new Set(findings.overGrounds)].join("; ") })]
      : []),
    ...findings.duplicates.flatMap(({ account, code, amount, is }) =>
      is === "replaced"
        ? []
        : [t(`duplicate.${is}`, { account: groupIdentifier(account), code, amount: vnd(amount) })],
    ),
    ...(basis === "stated" ? [t("basis.stated")] : []),
  ];
  return found.map((words) => (
    <p key={words} className="sg-found t12 c-amber fw5">
      <TriangleAlert className="i i-14" aria-hidden />
      {words}
    </p>
  ));
}
