"use client";

import { useTranslations } from "next-intl";
import { type Control, type UseFormRegister, useFieldArray, useWatch } from "react-hook-form";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Field } from "@/components/ui/field";
import { MoneyInput } from "@/components/ui/money-input";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Institution } from "@/lib/requests/desk/types";
import { type TransferDirection, transferDirections } from "@/lib/requests/kinds/money-rows";
import type { TracedRow } from "../fields/field-values";
import { ElsewhereFields, ReceiverChoices } from "./elsewhere-fields";
import { emptyTransfer, placeIn } from "./onward-values";
import { MovedRows } from "./moved-rows";
import { pastedRows } from "./pasted-rows";
import { momentOf } from "./typed-answer";

type Rows = { transfers: TracedRow[] };

/** What went out of an account and what came in, each in its own list; rows copied from a sheet land in as many rows. */
export function TracedRows({
  control,
  register,
  institutions,
  errorAt,
}: {
  control: Control<Rows>;
  register: UseFormRegister<Rows>;
  institutions: readonly Institution[];
  errorAt: (path: string) => string | undefined;
}) {
  const t = useTranslations("answers");
  const { fields, append, insert, remove } = useFieldArray({ control, name: "transfers" });
  const typed = useWatch({ control, name: "transfers" });
  const rowFields = (index: number, number: number, direction: TransferDirection) => {
    const at = `transfers.${index}` as const;
    const place = placeIn(typed[index]?.toInstitutionId);
    const of = direction === "in" ? ("rowIn" as const) : ("row" as const);
    return (
      <>
        <Field label={t("row.at", { number })} labelHidden error={errorAt(`${at}.at`)} required>
          <DateTimeInput read={momentOf} placeholder={t("row.atHint")} {...register(`${at}.at`)} />
        </Field>
        <Field
          label={t(`${of}.institution`, { number })}
          labelHidden
          error={errorAt(`${at}.toInstitutionId`)}
          required
        >
          <Select placeholder={t(`${of}.institutionHint`)} {...register(`${at}.toInstitutionId`)}>
            <ReceiverChoices institutions={institutions} />
          </Select>
        </Field>
        <Field
          label={t(`${of}.account`, { number })}
          labelHidden
          error={errorAt(`${at}.toAccount`)}
          required={place === null || place === "unknown_bank"}
        >
          <TextInput
            mono
            placeholder={place ? t(`elsewhere.accountHint.${place}`) : t("row.accountHint")}
            {...register(`${at}.toAccount`)}
            onPaste={(event) => {
              const rows = pastedRows(event.clipboardData.getData("text"), institutions);
              if (rows.length === 0) return;
              event.preventDefault();
              remove(index);
              insert(
                index,
                rows.map((row) => ({ ...row, direction })),
              );
            }}
          />
        </Field>
        <Field label={t("row.amount", { number })} labelHidden error={errorAt(`${at}.amount`)} required>
          <MoneyInput placeholder={t("row.amountHint")} inputMode="text" {...register(`${at}.amount`)} />
        </Field>
      </>
    );
  };
  return transferDirections.map((direction) => {
    const rows = fields
      .map((row, index) => ({ id: row.id, index, row }))
      .filter((each) => each.row.direction === direction);
    const of = direction === "in" ? ("rowIn" as const) : ("row" as const);
    return (
      <MovedRows
        key={direction}
        legend={t(direction === "in" ? "movedIn" : "moved")}
        rows={rows}
        fields={(place) => rowFields(rows[place]!.index, place + 1, direction)}
        more={(row) => {
          const { index } = rows[row]!;
          return (
            <ElsewhereFields
              choice={typed[index]?.toInstitutionId}
              number={row + 1}
              register={(part) => register(`transfers.${index}.elsewhere.${part}`)}
              errorAt={(part) => errorAt(`transfers.${index}.elsewhere.${part}`)}
            />
          );
        }}
        problem={direction === "out" ? errorAt("transfers") : undefined}
        add={{
          label: t(`${of}.add`),
          act: () =>
            append({ ...emptyTransfer, direction }, { focusName: `transfers.${fields.length}.at` as const }),
        }}
        remove={{
          label: (number) => t(`${of}.remove`, { number }),
          act: (place) => remove(rows[place]!.index),
        }}
      />
    );
  });
}
