"use client";

import { useTranslations } from "next-intl";
import { type FieldError, useFormContext, useWatch } from "react-hook-form";
import { useFieldWords } from "@/components/forms/field-words";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { MoneyInput } from "@/components/ui/money-input";
import { Note } from "@/components/ui/note";
import { TextInput } from "@/components/ui/text-input";
import type { AmendmentForm } from "@/lib/requests/amendments/types";
import type { AmendmentValues } from "./amendment-values";

/** Targets that have no answer yet: another amount, or off the request; and those of the case that may be put on it. */
export function AmendTargets({ form }: { form: AmendmentForm }) {
  const t = useTranslations("amendment");
  const words = useFieldWords();
  const { formState } = useFormContext<AmendmentValues>();
  const trouble = words((formState.errors.items ?? formState.errors.extra) as FieldError | undefined);
  const isList = typeof (formState.errors.items as FieldError | undefined)?.message === "string";
  return (
    <Card title={t("targets")}>
      <div className="stack-3">
        {form.answered > 0 ? <Note>{t("answeredStand", { count: form.answered })}</Note> : null}
        {isList && trouble ? (
          <p className="error" role="alert">
            {trouble}
          </p>
        ) : null}
        <ul className="stack-3">
          {form.items.map((item, index) => (
            <Row
              key={item.id}
              name={`items.${index}`}
              flag="gone"
              label={t("takeOff")}
              display={item.display}
              holder={item.holderName}
              asksAmount={form.asksAmount}
            />
          ))}
        </ul>
        {form.addable.length > 0 ? (
          <>
            <h3 className="h3">{t("addable")}</h3>
            <ul className="stack-3">
              {form.addable.map((target, index) => (
                <Row
                  key={target.id}
                  name={`extra.${index}`}
                  flag="taken"
                  label={t("putOn")}
                  display={target.display}
                  holder={target.holderName}
                  asksAmount={form.asksAmount}
                />
              ))}
            </ul>
          </>
        ) : null}
      </div>
    </Card>
  );
}

function Row({
  name,
  flag,
  label,
  display,
  holder,
  asksAmount,
}: {
  name: `items.${number}` | `extra.${number}`;
  flag: "gone" | "taken";
  label: string;
  display: string;
  holder: string | null;
  asksAmount: boolean;
}) {
  const t = useTranslations("amendment");
  const words = useFieldWords();
  const { register, control, getFieldState, formState } = useFormContext<AmendmentValues>();
  const isSet = useWatch({ control, name: `${name}.${flag}` as "items.0.gone" });
  const isAsked = asksAmount && (flag === "gone" ? !isSet : isSet);
  return (
    <li className="stack-2">
      <div className="row wrap">
        <span className={isSet && flag === "gone" ? "id diff-before" : "id fw5"}>{display}</span>
        <span className="mut t13">{holder}</span>
        <span className="push" />
        <Checkbox
          label={
            <>
              {label}
              <span className="vh"> {display}</span>
            </>
          }
          {...register(`${name}.${flag}` as "items.0.gone")}
        />
      </div>
      {isAsked ? (
        <div className="row-t wrap">
          <Field
            label={t("amount", { target: display })}
            required
            error={words(getFieldState(`${name}.amount`, formState).error)}
          >
            <MoneyInput {...register(`${name}.amount`)} />
          </Field>
          <Field
            label={t("overGround")}
            className="grow"
            error={words(getFieldState(`${name}.overGround`, formState).error)}
          >
            <TextInput {...register(`${name}.overGround`)} />
          </Field>
        </div>
      ) : null}
    </li>
  );
}
