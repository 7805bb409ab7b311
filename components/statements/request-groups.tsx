"use client";

import { useTranslations } from "next-intl";
import { useFormContext } from "react-hook-form";
import { Note } from "@/components/ui/note";
import type { StatementOptions } from "@/lib/statements/types";
import { RequestCard } from "./request-card";
import type { Refused } from "./statement-input";
import type { RequestRow, StatementValues } from "./statement-values";
import type { DeskPlan } from "./use-plan";

/** The requests that follow, one card for each kind and receiver. */
export function RequestGroups({
  plan,
  options,
  refused,
}: {
  plan: DeskPlan;
  options: StatementOptions;
  refused: Refused;
}) {
  const t = useTranslations("statement");
  const { getValues, setValue } = useFormContext<StatementValues>();
  const receivers = new Map(options.receivers.map(({ id, name }) => [id, name]));
  const targets = new Map(plan.targets.map((target) => [target.row, target]));
  const change = (id: string, own: Partial<RequestRow>) => {
    const rows = getValues("requests");
    const before = rows.find((row) => row.id === id) ?? { id, take: "proposed", grounds: "", urgency: "" };
    setValue("requests", [...rows.filter((row) => row.id !== id), { ...before, ...own }], {
      shouldDirty: true,
    });
  };
  return (
    <section className="ps-groups" aria-labelledby="requests-of-statement">
      <div className="row between wrap">
        <h2 className="h2" id="requests-of-statement">
          {t("requests")} <span className="dim fw5 num">{plan.proposals.length}</span>
        </h2>
        <span className="t13 mut">{t("requestsHint")}</span>
      </div>
      {plan.proposals.length === 0 ? <Note tone="blue">{t("noRequests")}</Note> : null}
      {plan.withoutReceiver.length > 0 ? (
        <Note tone="amber">{t("withoutReceiver", { count: plan.withoutReceiver.length })}</Note>
      ) : null}
      <div className="ps-cards">
        {plan.proposals.map((planned) => (
          <RequestCard
            key={planned.id}
            planned={planned}
            receiver={receivers.get(planned.receiverId) ?? ""}
            targets={targets}
            isTaken={planned.taken}
            urgency={planned.urgency}
            grounds={planned.grounds}
            asked={planned.asked}
            problems={refused.get(planned.id) ?? {}}
            onTake={(take) => change(planned.id, { take: take ? "yes" : "no" })}
            onUrgency={(urgency) => change(planned.id, { urgency })}
            onGrounds={(grounds) => change(planned.id, { grounds })}
            onAsked={(row, key, typed) => {
              const own = getValues("requests").find(({ id }) => id === planned.id)?.asked ?? {};
              change(planned.id, { asked: { ...own, [row]: { ...own[row], [key]: typed } } });
            }}
          />
        ))}
      </div>
    </section>
  );
}
