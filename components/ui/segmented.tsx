"use client";

import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

export type Segment = { value: string; label: ReactNode; icon?: ReactNode; disabled?: boolean };

/**
 * One answer out of two to five, side by side: radio buttons in a row, so arrows move and forms know them.
 * `label` names the group. Works registered (`{...form.register("outcome")}`) or controlled (`value`, `onChange`).
 */
export function Segmented({
  label,
  segments,
  value,
  className,
  defaultValue,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & { label: string; segments: readonly Segment[] }) {
  return (
    <div role="radiogroup" aria-label={label} className={classNames("seg", className)}>
      {segments.map((segment) => (
        <label key={segment.value}>
          <input
            {...rest}
            type="radio"
            value={segment.value}
            disabled={segment.disabled || rest.disabled}
            {...(value === undefined ? {} : { checked: value === segment.value })}
            {...(defaultValue === undefined ? {} : { defaultChecked: defaultValue === segment.value })}
          />
          {segment.icon}
          {segment.label}
        </label>
      ))}
    </div>
  );
}
