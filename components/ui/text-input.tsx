"use client";

import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { useFieldProps } from "./field";

/** One line of text. `mono` for identifiers, `number` for figures; `prefix` and `suffix` are shown inside the frame. */
export function TextInput({
  mono = false,
  number = false,
  before,
  after,
  className,
  type = "text",
  ...rest
}: ComponentProps<"input"> & { mono?: boolean; number?: boolean; before?: ReactNode; after?: ReactNode }) {
  const field = useFieldProps(rest);
  const input = (
    <input
      {...rest}
      {...field}
      type={type}
      className={classNames("input", mono && "input-mono", number && "input-num", className)}
    />
  );
  if (!before && !after) return input;
  return (
    <span className={classNames("affix", Boolean(before) && "affix-l")}>
      {before ? <span className="prefix">{before}</span> : null}
      {input}
      {after ? <span className="suffix">{after}</span> : null}
    </span>
  );
}
