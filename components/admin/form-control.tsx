"use client";

import { useEffect } from "react";
import type { Control, FieldValues, UseFormRegister } from "react-hook-form";
import { useController } from "react-hook-form";
import { Checkbox } from "@/components/ui/checkbox";
import { DateTimeInput } from "@/components/ui/date-time-input";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { BasisPicker } from "./basis-picker";
import type { FormField } from "./form-field";
import { OrganisationPicker } from "./organisation-picker";

type Props = {
  field: FormField;
  id: string;
  error?: string;
  register: UseFormRegister<FieldValues>;
  control: Control<FieldValues>;
};

/** One labelled control of an administrator's form. */
export function FormControl({ field, id, error, register, control }: Props) {
  if (field.as === "check")
    return <Checkbox label={field.label} hint={field.hint} {...register(field.name)} />;
  const group = field.as === "checks" || field.as === "bases";
  return (
    <Field
      label={field.label}
      hint={field.hint}
      error={error}
      required={field.required}
      id={id}
      group={group}
      className={field.wide || field.as === "area" || group ? "sm:col-span-2" : undefined}
    >
      <Input field={field} register={register} control={control} />
    </Field>
  );
}

function Input({ field, register, control }: Pick<Props, "field" | "register" | "control">) {
  switch (field.as) {
    case "area":
      return <Textarea rows={field.rows ?? 3} {...register(field.name)} />;
    case "day":
      return <DateTimeInput withTime={false} {...register(field.name)} />;
    case "select":
      return <Select choices={field.choices} placeholder={field.placeholder} {...register(field.name)} />;
    case "checks":
      return <Checks field={field} control={control} />;
    case "organisation":
      return (
        <OrganisationPicker
          name={field.name}
          shown={field.shown}
          onPicked={field.onPicked}
          control={control}
        />
      );
    case "bases":
      return (
        <BasisPicker name={field.name} documents={field.documents} single={field.single} control={control} />
      );
    case "number":
      return <TextInput number inputMode="numeric" autoComplete="off" {...register(field.name)} />;
    case "email":
      return <TextInput type="email" autoComplete="off" {...register(field.name)} />;
    case "clock":
      return (
        <TextInput
          className="num"
          placeholder="08:00"
          autoComplete="off"
          maxLength={5}
          {...register(field.name)}
        />
      );
    case "text":
    case "check":
      return (
        <TextInput mono={field.as === "text" && field.mono} autoComplete="off" {...register(field.name)} />
      );
  }
}

/** Several of a few: boxes to tick, kept as a list of their values. What is offered no longer is ticked no longer. */
function Checks({
  field,
  control,
}: {
  field: Extract<FormField, { as: "checks" }>;
  control: Control<FieldValues>;
}) {
  const { field: input } = useController({ name: field.name, control });
  const offered = (value: string) => field.choices.some((choice) => choice.value === value);
  const kept: string[] = Array.isArray(input.value) ? input.value.map(String) : [];
  const chosen = kept.filter(offered);
  const { onChange } = input;
  useEffect(() => {
    if (chosen.length < kept.length) onChange(chosen);
  });
  return (
    <div className="flex flex-wrap gap-x-4 gap-y-1">
      {field.choices.map(({ value, label }) => (
        <Checkbox
          key={value}
          label={label}
          checked={chosen.includes(value)}
          onBlur={input.onBlur}
          onChange={(event) =>
            input.onChange(event.target.checked ? [...chosen, value] : chosen.filter((one) => one !== value))
          }
        />
      ))}
    </div>
  );
}
