"use client";

import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { useFieldProps } from "./field";

export type Choice = { value: string; label: string; disabled?: boolean };

/** The browser's own list: works with every keyboard, screen reader and phone. `placeholder` is the empty choice. */
export function Select({
  choices,
  placeholder,
  className,
  children,
  ...rest
}: ComponentProps<"select"> & { choices?: readonly Choice[]; placeholder?: string }) {
  const field = useFieldProps(rest);
  return (
    <select {...rest} {...field} className={classNames("select", className)}>
      {placeholder === undefined ? null : <option value="">{placeholder}</option>}
      {choices?.map((choice) => (
        <option key={choice.value} value={choice.value} disabled={choice.disabled}>
          {choice.label}
        </option>
      ))}
      {children}
    </select>
  );
}
