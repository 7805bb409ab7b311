"use client";

import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { Conflict } from "@/components/forms/conflict";
import { showFields, useFieldWords } from "@/components/forms/field-words";
import { schemaResolver } from "@/components/forms/schema-resolver";
import { useFormKey } from "@/components/forms/use-form-key";
import { useReleaseAct } from "@/components/release/use-release-act";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { Identifier } from "@/components/ui/identifier";
import { Money, useVnd } from "@/components/ui/money";
import { MoneyInput } from "@/components/ui/money-input";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { parseAmount } from "@/lib/money/amount";
import { vndParts } from "@/lib/money/format-vnd";
import { draftRestitutionAction } from "@/lib/restitution/actions";
import { type Payee, payees, restitutionInput } from "@/lib/restitution/schema";
import type { DecisionRow, RestitutionView } from "@/lib/restitution/types";
import { type ShareField, shareFields } from "./share-fields";

type Values = {
  grounds: string;
  payee: Payee;
  custody: string;
  attachmentId: string;
  shares: ShareField[];
  beneficiaries: { victimId: string; account: string; institutionId: string }[];
};

/** A decision to be written: what is proposed, what is changed and why, where the money goes. */
export function DecisionForm({
  view,
  decision,
}: {
  view: Pick<RestitutionView, "case" | "holds" | "victims" | "proposed" | "files" | "institutions">;
  decision?: DecisionRow;
}) {
  const t = useTranslations("restitution.form");
  const words = useFieldWords();
  const { vnd } = useVnd();
  const { key, renew } = useFormKey();
  const rows = shareFields(view.holds, view.victims, view.proposed, decision?.shares ?? []);
  const victims = view.victims.filter(({ id }) => rows.some(({ victimId }) => victimId === id));
  const written = (victimId: string) => decision?.shares.find((share) => share.victimId === victimId);
  const form = useForm<Values>({
    defaultValues: {
      grounds: decision?.grounds ?? "",
      payee: decision?.payee ?? "victim",
      custody: decision?.custody ?? "",
      attachmentId: decision?.file?.id ?? "",
      shares: rows.map((row) => ({ ...row, amount: vndParts(BigInt(row.amount)).digits })),
      beneficiaries: victims.map(({ id, account, institutionId }) => ({
        victimId: id,
        account: written(id)?.payeeAccount ?? account ?? "",
        institutionId: written(id)?.payeeInstitutionId ?? institutionId ?? "",
      })),
    },
    resolver: schemaResolver(restitutionInput, (values: Values) => inputOf(values)),
  });
  const act = useReleaseAct(renew);
  const { errors, isSubmitting, submitCount } = form.formState;
  const [shares, payee] = useWatch({ control: form.control, name: ["shares", "payee"] });
  const inputOf = ({ attachmentId, custody, shares: lines, beneficiaries, ...rest }: Values) => ({
    ...rest,
    key,
    caseId: view.case.id,
    ...(decision ? { decisionId: decision.id, version: decision.version } : {}),
    custody: rest.payee === "custody" ? custody : undefined,
    attachmentId: attachmentId || undefined,
    beneficiaries: rest.payee === "victim" ? beneficiaries : [],
    shares: lines.map(({ holdId, victimId, amount, ground }) => ({
      holdId,
      victimId,
      amount,
      ground: ground || undefined,
    })),
  });
  const submit = form.handleSubmit(async (values) => {
    const result = await act.send(() => draftRestitutionAction(inputOf(values)), t("saved"));
    if (!result.ok) showFields(form, result);
  });
  const total = shares.reduce((sum, { amount }) => {
    const parsed = parseAmount(amount);
    return parsed.ok ? sum + parsed.value : sum;
  }, 0n);
  return (
    <Card title={t(decision ? "editTitle" : "title")}>
      <Form onSubmit={submit}>
        <p className="t13 mut">{t("lead")}</p>
        <ul className="stack-3">
          {rows.map((row, index) => {
            const victim = view.victims.find(({ id }) => id === row.victimId)!;
            const hold = view.holds.find(({ id }) => id === row.holdId)!;
            const named = { victim: victim.name, account: hold.account };
            const typed = parseAmount(shares[index]?.amount ?? "");
            const isChanged = typed.ok && typed.value !== BigInt(row.proposed);
            const at = errors.shares?.[index];
            return (
              <li key={`${row.holdId}:${row.victimId}`} className="rs-line">
                <div>
                  <p className="fw5">{victim.name}</p>
                  <p className="t13 mut">
                    {hold.holder} <Identifier value={hold.account} />
                  </p>
                  <p className="t12 mut">
                    {t("proposed")} <Money value={row.proposed} />
                    {row.traced === "0" ? null : <> · {t("ofTraced", { amount: vnd(row.traced) })}</>}
                  </p>
                </div>
                <Field label={t("amountOf", named)} labelHidden required error={words(at?.amount)}>
                  <MoneyInput {...form.register(`shares.${index}.amount`)} />
                </Field>
                {isChanged || at?.ground ? (
                  <Field label={t("groundOf", named)} required error={words(at?.ground)}>
                    <TextInput {...form.register(`shares.${index}.ground`)} />
                  </Field>
                ) : null}
              </li>
            );
          })}
        </ul>
        <p className="row between">
          <span className="fw5">{t("total")}</span>
          <Money value={total} figure={20} />
        </p>
        <Field label={t("payee")} group required error={words(errors.payee)}>
          <div className="stack-1">
            {payees.map((value) => (
              <label key={value} className="check">
                <input type="radio" value={value} {...form.register("payee")} />
                <span>{t(value === "victim" ? "payeeVictim" : "payeeCustody")}</span>
              </label>
            ))}
          </div>
        </Field>
        {payee === "custody" ? (
          <Field label={t("custody")} hint={t("custodyHint")} required error={words(errors.custody)}>
            <TextInput {...form.register("custody")} />
          </Field>
        ) : (
          victims.map((victim, index) => (
            <fieldset key={victim.id} className="stack-2">
              <legend className="label">{t("beneficiary", { victim: victim.name })}</legend>
              <div className="rs-payee">
                <Field label={t("account")} required error={words(errors.beneficiaries?.[index]?.account)}>
                  <TextInput mono autoComplete="off" {...form.register(`beneficiaries.${index}.account`)} />
                </Field>
                <Field
                  label={t("institution")}
                  required
                  error={words(errors.beneficiaries?.[index]?.institutionId)}
                >
                  <Select
                    placeholder={t("choose")}
                    choices={view.institutions.map(({ id, name }) => ({ value: id, label: name }))}
                    {...form.register(`beneficiaries.${index}.institutionId`)}
                  />
                </Field>
              </div>
            </fieldset>
          ))
        )}
        <Field label={t("grounds")} hint={t("groundsHint")} required error={words(errors.grounds)}>
          <Textarea rows={4} {...form.register("grounds")} />
        </Field>
        <Field label={t("file")} error={words(errors.attachmentId)}>
          <Select
            placeholder={t("fileNone")}
            choices={view.files.map(({ id, name }) => ({ value: id, label: name }))}
            {...form.register("attachmentId")}
          />
        </Field>
        <FormProblem problem={act.problem} attempt={submitCount} />
        <div className="row">
          <Button look="primary" type="submit" pending={isSubmitting}>
            {t("save")}
          </Button>
        </div>
      </Form>
      <Conflict by={act.conflict} onClose={act.dropConflict} />
    </Card>
  );
}
