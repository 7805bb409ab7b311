"use client";

import { useEffect, useRef, type ComponentProps, type ReactNode, type Ref } from "react";
import { classNames } from "./class-names";

function give<T>(ref: Ref<T> | undefined, value: T | null): void {
  if (typeof ref === "function") ref(value);
  else if (ref) ref.current = value;
}

/** A box to tick with its words beside it. `indeterminate` is "some of them", which HTML can only be told by script. */
export function Checkbox({
  label,
  hint,
  indeterminate = false,
  labelHidden = false,
  className,
  ref,
  ...rest
}: Omit<ComponentProps<"input">, "type"> & {
  label: ReactNode;
  hint?: ReactNode;
  indeterminate?: boolean;
  labelHidden?: boolean;
}) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <label className={classNames("check", className)}>
      <input
        {...rest}
        type="checkbox"
        ref={(element) => {
          box.current = element;
          give(ref, element);
        }}
      />
      <span className={labelHidden ? "vh" : undefined}>
        {label}
        {hint ? <span className="hint block">{hint}</span> : null}
      </span>
    </label>
  );
}
