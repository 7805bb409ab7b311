"use client";

import type { ComponentProps } from "react";
import { classNames } from "./class-names";
import { useFieldProps } from "./field";

/** Several lines of text. */
export function Textarea({ className, rows = 4, ...rest }: ComponentProps<"textarea">) {
  const field = useFieldProps(rest);
  return <textarea {...rest} {...field} rows={rows} className={classNames("textarea", className)} />;
}
