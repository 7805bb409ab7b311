import { getTranslations } from "next-intl/server";
import { CascadeButton } from "@/components/cascade/cascade-button";
import { Card } from "@/components/ui/card";
import { Money } from "@/components/ui/money";
import { StackedBar } from "@/components/ui/stacked-bar";
import { getLanguage } from "@/lib/i18n/words";
import { formatVnd } from "@/lib/money/format-vnd";
import type { PoliceRequest } from "@/lib/requests/police/types";

/** Asked, held, moved on, cashed out: one bar and its words. */
export async function ResultCard({ request }: { request: PoliceRequest }) {
  const t = await getTranslations("requests.detail");
  const language = await getLanguage();
  const asked = BigInt(request.disputedAmount);
  const parts = [
    ["held", BigInt(request.heldAmount), "f-held", "k-held"],
    ["moved", BigInt(request.movedAmount), "f-flow", "k-flow"],
    ["cashed", BigInt(request.cashedOutAmount), "f-cash", "k-cash"],
  ] as const;
  const told = parts.reduce((sum, [, amount]) => sum + amount, 0n);
  // Taken back before an answer came: there is no result to wait for.
  if (asked === 0n || !request.sentAt || (request.status === "WITHDRAWN" && told === 0n)) return null;
  const whole = told > asked ? told : asked;
  const share = (amount: bigint) => Number((amount * 10_000n) / whole) / 100;
  const rest = whole - told;
  // Before every target has its answer the rest is not unexplained: nobody was heard yet.
  const restName = request.answeredCount < request.itemCount ? "awaited" : "rest";
  return (
    <Card
      title={t("money")}
      aside={request.asksNext ? <CascadeButton caseId={request.caseId} size="sm" /> : undefined}
    >
      <StackedBar
        className="eqbar"
        label={t("axis", {
          asked: formatVnd(asked, language),
          held: formatVnd(parts[0][1], language),
          moved: formatVnd(parts[1][1], language),
          cashed: formatVnd(parts[2][1], language),
          rest: formatVnd(rest, language),
          awaited: String(restName === "awaited"),
        })}
        parts={parts.map(([, amount, fill]) => ({ fill, length: share(amount) }))}
      />
      <dl className="eqs">
        <div>
          <dt>{t("asked")}</dt>
          <dd>
            <Money value={asked} figure={20} />
          </dd>
        </div>
        {parts.map(([name, amount, , key]) => (
          <div key={name}>
            <dt>
              <span className={`key ${key}`} />
              {t(name)}
            </dt>
            <dd>
              <Money value={amount} figure={20} />
            </dd>
          </div>
        ))}
        <div>
          <dt>{t(restName)}</dt>
          <dd>
            <Money value={rest} figure={20} />
          </dd>
        </div>
      </dl>
    </Card>
  );
}
