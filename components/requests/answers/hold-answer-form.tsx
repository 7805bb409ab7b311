"use client";

import { ArrowRight } from "@/components/icons/arrow-right";
import { Banknote } from "@/components/icons/banknote";
import { Ellipsis } from "@/components/icons/ellipsis";
import { Lock } from "@/components/icons/lock";
import { useTranslations } from "next-intl";
import { useWatch } from "react-hook-form";
import { useCodeWords } from "@/components/forms/field-words";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { useVnd } from "@/components/ui/money";
import { Kbd } from "@/components/ui/kbd";
import { MoneyInput } from "@/components/ui/money-input";
import { Segmented } from "@/components/ui/segmented";
import { useServerNow } from "@/components/ui/server-clock";
import { TextInput } from "@/components/ui/text-input";
import { formatDateTime } from "@/lib/i18n/local-time";
import { kindOf } from "@/lib/requests/kinds";
import { AnswerFoot } from "./answer-foot";
import type { AnswerFormProps } from "./answer-form";
import { codeAt } from "./code-at";
import { CashRows } from "./cash-rows";
import { HoldOtherFields } from "./hold-other-fields";
import {
  emptyCash,
  endsSoon,
  type HoldValues,
  lastMinutes,
  leavesMostOpen,
  sumOf,
  toHoldAnswer,
  tooLate,
  unsaid,
  withGroupedAmounts,
} from "./hold-values";
import { emptyTransfer } from "./onward-values";
import { OnwardRows } from "./onward-rows";
import { SumCheck } from "./sum-check";
import { amountOf, endOf, momentOf } from "./typed-answer";
import { useAnswerForm } from "./use-answer-form";
import { useFirstField } from "./use-first-field";
import { useHoldWords } from "./use-hold-words";

const icon = (Icon: typeof Lock) => <Icon className="i i-14" aria-hidden />;

/**
 * Holding an account or a wallet. Nothing is said before the desk says it: an amount that is typed, or taken whole with one press, is
 * an amount held, until the latest moment allowed; a smaller one asks where the rest went.
 */
export function HoldAnswerForm(props: AnswerFormProps) {
  const { item, formId, focus, latestHoldUntil } = props;
  const t = useTranslations("answers");
  const outcomes = useTranslations("outcomes");
  const words = useCodeWords();
  const { vnd, digits } = useVnd();
  const now = useServerNow();
  const disputed = item.disputedAmount === null ? null : BigInt(item.disputedAmount);
  const latest = latestHoldUntil ? formatDateTime(latestHoldUntil) : null;
  const minutes = lastMinutes(props.items);
  const isFreeze = kindOf(props.kindCode).hold === "freeze";
  const { form, submit, foot, inDoubt } = useAnswerForm<HoldValues>(props, {
    defaultValues: {
      choice: "",
      other: "",
      amount: "",
      until: latest ?? "",
      minutesNumber: "",
      transfers: [],
      cashOuts: [],
      isMore: false,
      isRest: false,
      isShort: false,
      balance: "",
      closedAt: "",
      note: "",
      ground: "",
      explanation: "",
    },
    toAnswer: toHoldAnswer,
    extra: (values) => ({
      ...(endsSoon(values, latestHoldUntil, now) && !values.isShort ? { isShort: "answer.short" } : {}),
      ...unsaid(values, disputed),
      ...tooLate(values, latestHoldUntil),
    }),
    settled: withGroupedAmounts,
  });
  const { register, control, setValue, formState } = form;
  const [choice, amount, until, transfers, cashOuts, other] = useWatch({
    control,
    name: ["choice", "amount", "until", "transfers", "cashOuts", "other"],
  });
  const errorAt = (path: string) => {
    const code = codeAt(formState.errors, path);
    return code === "answer.untilTooLate" && latest ? t("untilTooLate", { time: latest }) : words(code);
  };
  const sum = disputed === null ? null : sumOf({ choice, amount, transfers, cashOuts }, disputed);
  const hasRows = transfers.length + cashOuts.length > 0;
  const asksRest =
    choice === "MOVED_ON" ||
    choice === "CASHED_OUT" ||
    (choice === "HELD" && (hasRows || (amountOf(amount) !== null && sum !== null && sum.rest > 0n)));
  const isHeld = choice === "HELD" || choice === "";
  const isShort = endsSoon({ choice, until }, latestHoldUntil, now);

  useFirstField(formId, focus);
  useHoldWords(props, { choice, amount, transfers, cashOuts, other });

  function hold(whole: string): void {
    setValue("amount", whole, { shouldDirty: true, shouldValidate: formState.isSubmitted });
    setValue("choice", "HELD", { shouldDirty: true });
  }

  return (
    <Form id={formId} className="answer" onSubmit={submit} aria-label={t("formOf", { target: item.display })}>
      <fieldset className="contents" role="none" disabled={inDoubt}>
        <Segmented
          label={t("outcome")}
          className="answer-seg"
          segments={[
            { value: "HELD", label: outcomes("HELD"), icon: icon(Lock) },
            { value: "MOVED_ON", label: outcomes("MOVED_ON"), icon: icon(ArrowRight) },
            { value: "CASHED_OUT", label: outcomes("CASHED_OUT"), icon: icon(Banknote) },
            { value: "OTHER", label: t("other"), icon: icon(Ellipsis) },
          ]}
          {...register("choice", {
            onChange: (event: { target: { value: string } }) => {
              if (event.target.value === "MOVED_ON" && transfers.length === 0)
                setValue("transfers", [emptyTransfer]);
              if (event.target.value === "CASHED_OUT" && cashOuts.length === 0)
                setValue("cashOuts", [emptyCash]);
            },
          })}
        />
        {isHeld ? (
          <div className="answer-grid">
            <div className="stack-1">
              <Field label={t("heldAmount")} error={errorAt("amount")} required>
                <MoneyInput
                  data-key="e"
                  {...register("amount", {
                    onChange: (event: { target: { value: string } }) => {
                      if (choice === "" && event.target.value.trim() !== "")
                        setValue("choice", "HELD", { shouldDirty: true });
                    },
                  })}
                  onFocus={(event) => event.currentTarget.select()}
                  onKeyDown={(event) => {
                    if (event.key !== "=" || disputed === null) return;
                    event.preventDefault();
                    hold(digits(disputed));
                  }}
                />
              </Field>
              {disputed ? (
                <Button size="sm" className="answer-whole" onClick={() => hold(digits(disputed))}>
                  {t("holdWhole", { amount: vnd(disputed) })}
                  <span className="wide">
                    <Kbd>=</Kbd>
                  </span>
                </Button>
              ) : null}
            </div>
            <Field
              label={t("heldUntil")}
              error={errorAt("until")}
              hint={latest ? t("heldUntilLatest", { time: latest }) : t("heldUntilOpen")}
              required={latestHoldUntil !== null}
            >
              <DateTimeInput read={endOf} {...register("until")} />
            </Field>
            {isFreeze ? (
              <div className="answer-wide stack-1">
                <Field label={t("minutes")} error={errorAt("minutesNumber")} hint={t("minutesHint")} required>
                  <TextInput mono autoComplete="off" {...register("minutesNumber")} />
                </Field>
                {minutes !== null ? (
                  <Button
                    size="sm"
                    className="answer-whole"
                    onClick={() =>
                      setValue("minutesNumber", minutes, {
                        shouldDirty: true,
                        shouldValidate: formState.isSubmitted,
                      })
                    }
                  >
                    {t("minutesLast", { number: minutes })}
                  </Button>
                ) : null}
              </div>
            ) : null}
            {isShort ? (
              <Field
                label={t("shortLabel")}
                labelHidden
                error={errorAt("isShort")}
                required
                className="answer-wide"
              >
                <Checkbox
                  label={t("short", { time: formatDateTime(momentOf(until, now)!) })}
                  aria-invalid={errorAt("isShort") ? true : undefined}
                  {...register("isShort")}
                />
              </Field>
            ) : null}
          </div>
        ) : null}
        {choice === "OTHER" ? (
          <HoldOtherFields register={register} control={control} errorAt={errorAt} />
        ) : null}
        {asksRest ? (
          <>
            {choice === "HELD" ? <p className="t13 mut">{t("rest")}</p> : null}
            {choice === "CASHED_OUT" ? (
              <CashRows control={control} register={register} errorAt={errorAt} />
            ) : null}
            <OnwardRows
              control={control}
              register={register}
              institutions={props.institutions}
              errorAt={errorAt}
            />
            {choice === "CASHED_OUT" ? null : (
              <CashRows control={control} register={register} errorAt={errorAt} />
            )}
            {sum && disputed !== null ? (
              <SumCheck parts={sum.parts} rest={sum.rest} total={disputed} />
            ) : null}
            {sum && sum.rest < 0n && hasRows ? (
              <Field label={t("moreLabel")} labelHidden error={errorAt("isMore")} required>
                <Checkbox
                  label={t("more")}
                  aria-invalid={errorAt("isMore") ? true : undefined}
                  {...register("isMore")}
                />
              </Field>
            ) : null}
            {sum && disputed !== null && leavesMostOpen({ choice, amount, transfers, cashOuts }, disputed) ? (
              <Field label={t("restLabel")} labelHidden error={errorAt("isRest")} required>
                <Checkbox
                  label={t("restUnknown")}
                  aria-invalid={errorAt("isRest") ? true : undefined}
                  {...register("isRest")}
                />
              </Field>
            ) : null}
          </>
        ) : null}
      </fieldset>
      <AnswerFoot {...foot} />
    </Form>
  );
}
