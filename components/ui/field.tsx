"use client";

import { CircleAlert } from "@/components/icons/circle-alert";
import { useTranslations } from "next-intl";
import { createContext, use, useId, useMemo, type ReactNode } from "react";
import { classNames } from "./class-names";

type FieldContext = { id: string; describedBy: string | undefined; invalid: boolean; required: boolean };
const Context = createContext<FieldContext | null>(null);

/** What a control inside a <Field> needs to be named, described and marked; empty outside one. */
export function useFieldProps(own: { id?: string; "aria-describedby"?: string }) {
  const field = use(Context);
  if (!field) return own;
  return {
    id: field.id, // the label points here, so the field decides, not the control
    "aria-describedby": [own["aria-describedby"], field.describedBy].filter(Boolean).join(" ") || undefined,
    "aria-invalid": field.invalid || undefined,
    "aria-required": field.required || undefined,
  };
}

/**
 * Label, hint and error of one control. `error` is the sentence itself; it replaces nothing and says what to do.
 * With `group` the label becomes the legend of a fieldset, for radio buttons and several controls.
 */
export function Field({
  label,
  hint,
  error,
  required = false,
  isFilter = false,
  id,
  group = false,
  labelHidden = false,
  className,
  children,
}: {
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  /** Of a filter nothing has to be filled in, and none of its fields says so. */
  isFilter?: boolean;
  id?: string;
  group?: boolean;
  labelHidden?: boolean;
  className?: string;
  children: ReactNode;
}) {
  const made = useId();
  const t = useTranslations("ui.field");
  const control = id ?? made;
  const hintId = `${control}-hint`;
  const errorId = `${control}-error`;
  const describedBy = [error ? errorId : null, hint ? hintId : null].filter(Boolean).join(" ") || undefined;
  const invalid = Boolean(error);
  const context = useMemo(
    () => ({ id: control, describedBy, invalid, required }),
    [control, describedBy, invalid, required],
  );
  const name = classNames("label", labelHidden && "vh");
  const words = (
    <>
      {label}
      {required || isFilter ? null : <span className="dim font-normal"> {t("optional")}</span>}
    </>
  );
  const Box = group ? "fieldset" : "div";
  return (
    <Box
      className={classNames("field", invalid && "field-bad", className)}
      aria-describedby={group ? describedBy : undefined}
    >
      {group ? (
        <legend className={classNames(name, !labelHidden && "mb-1")}>{words}</legend>
      ) : (
        <label className={name} htmlFor={control}>
          {words}
        </label>
      )}
      <Context value={context}>{children}</Context>
      {error ? (
        <span className="error" id={errorId}>
          <CircleAlert className="i i-14" aria-hidden />
          <span>{error}</span>
        </span>
      ) : null}
      {hint ? (
        <span className="hint" id={hintId}>
          {hint}
        </span>
      ) : null}
    </Box>
  );
}
