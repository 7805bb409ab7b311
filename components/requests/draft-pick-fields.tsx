"use client";

import { useVnd } from "@/components/ui/money";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useState } from "react";
import { useFormContext, useWatch } from "react-hook-form";
import { useFieldWords } from "@/components/forms/field-words";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { MoneyInput } from "@/components/ui/money-input";
import { Note } from "@/components/ui/note";
import { TextInput } from "@/components/ui/text-input";
import { parseAmount } from "@/lib/money/amount";
import { paths } from "@/lib/paths";
import type { DraftOptions, TargetOption } from "@/lib/requests/drafting/types";
import { detailsOf } from "@/lib/requests/kinds";
import type { Field as KindField } from "@/lib/requests/kinds/field";
import { DetailInputs } from "./draft-detail-fields";
import { chosenPicks, type DraftValues, fits } from "./draft-values";
import { isMeant, linesAtOnce, manyTargets, mostTargets } from "./pick-choice";
import { PickList } from "./pick-list";
import { PickLimit, PickTools } from "./pick-tools";

/** The targets of the case that this request can be about, each with its disputed amount. */
export function PickFields({ options }: { options: DraftOptions }) {
  const { vnd } = useVnd();
  const t = useTranslations("requests.form");
  const words = useFieldWords();
  const { control, formState } = useFormContext<DraftValues>();
  const [kindCode, addresseeOrgId, picks] = useWatch({
    control,
    name: ["kindCode", "addresseeOrgId", "picks"],
  });
  const kind = options.kinds.find(({ code }) => code === kindCode);
  const fitting = options.targets
    .map((target, index) => ({ target, index }))
    .filter(({ target }) => fits(target, kind, addresseeOrgId, options.addressees));
  const [typed, setTyped] = useState("");
  const [atOnce, setAtOnce] = useState(linesAtOnce);
  const isMany = fitting.length > manyTargets;
  const meant = isMany ? fitting.filter(({ target }) => isMeant(target, typed, options.addressees)) : fitting;
  // A line that is refused is shown wherever it stands.
  const shown = meant.slice(0, atOnce);
  const refused = fitting.filter((line) => formState.errors.picks?.[line.index] && !shown.includes(line));
  const folded = meant.filter((line) => !shown.includes(line) && !refused.includes(line)).length;
  const chosen = chosenPicks(options, { picks, kindCode, addresseeOrgId });
  const sum = chosen.reduce((total, { disputedAmount }) => {
    const parsed = parseAmount(disputedAmount);
    return parsed.ok ? total + parsed.value : total;
  }, 0n);
  const error = words(formState.errors.picks as { message?: string } | undefined);
  const needed = (formState.errors.picks as { message?: string } | undefined)?.message ? error : undefined;
  return (
    <Card
      title={t("targets")}
      aside={
        <>
          <span className="t12 mut">{t("targetsHint", { count: fitting.length })}</span>
          {options.mayAddTargets ? <PickList options={options} /> : null}
        </>
      }
      footer={
        <span className="t13 mut num">
          {kind?.asksAmount
            ? t("chosen", { count: chosen.length, amount: vnd(sum) })
            : t("chosenCount", { count: chosen.length })}
        </span>
      }
    >
      <PickLimit chosen={chosen.length} fitting={fitting.length} />
      {isMany ? (
        <PickTools
          fitting={fitting.length}
          meant={meant.map(({ target }) => target)}
          typed={typed}
          onType={setTyped}
        />
      ) : null}
      {needed && chosen.length <= mostTargets ? (
        <Note tone="red" announce className="mb-2">
          {needed}
        </Note>
      ) : null}
      {fitting.length === 0 ? (
        <Link className="btn btn-sm" href={`${paths.case(options.caseId)}?tab=targets`}>
          {t("addFirst")}
        </Link>
      ) : (
        [...refused, ...shown].map(({ target, index }) => (
          <PickLine
            key={target.id}
            target={target}
            index={index}
            options={options}
            asksAmount={kind?.asksAmount ?? false}
            asked={detailsOf(kindCode).target}
          />
        ))
      )}
      {folded > 0 ? (
        <div className="row wrap pick-tools">
          <span className="t13 mut grow num">{t("folded", { count: folded })}</span>
          <Button size="sm" onClick={() => setAtOnce(atOnce + linesAtOnce)}>
            {t("showMore", { count: Math.min(folded, linesAtOnce) })}
          </Button>
        </div>
      ) : null}
    </Card>
  );
}

function PickLine({
  target,
  index,
  options,
  asksAmount,
  asked,
}: {
  target: TargetOption;
  index: number;
  options: DraftOptions;
  asksAmount: boolean;
  /** What the kind asks of each target. */
  asked: readonly KindField[];
}) {
  const { vnd, digits } = useVnd();
  const t = useTranslations("requests.form");
  const words = useFieldWords();
  const { register, control, formState, setValue } = useFormContext<DraftValues>();
  const [isChosen, amount] = useWatch({
    control,
    name: [`picks.${index}.chosen`, `picks.${index}.disputedAmount`],
  });
  const errors = formState.errors.picks?.[index];
  const status = useTranslations("requests.status");
  const [kindCode, addresseeOrgId] = useWatch({ control, name: ["kindCode", "addresseeOrgId"] });
  const kinds = useTranslations("kinds");
  const there = target.asked.filter((request) => request.addresseeOrgId === addresseeOrgId);
  const alike = there.filter((request) => request.kindCode === kindCode);
  const others = there.filter((request) => request.kindCode !== kindCode);
  const keeper = options.addressees.find(({ id }) => id === target.institutionId)?.name ?? "";
  const paid = BigInt(target.paidIn);
  const typed = parseAmount(amount);
  const isBeyond = typed.ok && typed.value > paid;
  return (
    <div className="pick">
      <div className="stack-1">
        <Checkbox
          aria-label={t("choose", { value: target.display })}
          label={
            <>
              <span className="id">{target.display}</span>{" "}
              <span className="mut">{[keeper, target.holderName].filter(Boolean).join(", ")}</span>
            </>
          }
          {...register(`picks.${index}.chosen`)}
        />
        {errors?.chosen ? <span className="error">{words(errors.chosen)}</span> : null}
        {alike.map(({ code, status: standing }) => (
          <span className="t12 c-amber" key={code}>
            {t("askedAlready", { code, status: status(standing) })}
          </span>
        ))}
        {others.map(({ code, kindCode: of, status: standing }) => (
          <span className="t12 dim" key={code}>
            {t("askedOther", { code, kind: kinds(of as "ACCOUNT_SUSPEND"), status: status(standing) })}
          </span>
        ))}
        {target.activeHold ? (
          <Note tone="amber">{t("hasActive", { org: keeper, amount: vnd(target.activeHold) })}</Note>
        ) : null}
      </div>
      {isChosen && asksAmount ? (
        <Field label={t("amount")} required error={words(errors?.disputedAmount)}>
          <MoneyInput {...register(`picks.${index}.disputedAmount`)} />
        </Field>
      ) : null}
      {isChosen && asked.length > 0 ? (
        <div className="pick-more">
          <DetailInputs fields={asked} path={`picks.${index}.details`} options={options} />
        </div>
      ) : null}
      {isChosen && asksAmount ? (
        <div className="pick-more stack-2">
          {paid > 0n && !(typed.ok && typed.value === paid) ? (
            <button
              type="button"
              className="linkbtn t13 num"
              onClick={() => setValue(`picks.${index}.disputedAmount`, digits(paid), { shouldDirty: true })}
            >
              {t("useAmount", { amount: vnd(paid) })}
            </button>
          ) : null}
          <details className="t13" open={isBeyond}>
            <summary>{t("overGround")}</summary>
            <Field label={t("overGround")} labelHidden hint={t("overHint")} error={words(errors?.overGround)}>
              <TextInput {...register(`picks.${index}.overGround`)} />
            </Field>
          </details>
        </div>
      ) : null}
    </div>
  );
}
