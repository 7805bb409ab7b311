"use client";

import { useEffect, useRef, type ComponentProps, type ReactNode, type Ref } from "react";
import { classNames } from "./class-names";
import { useClosed } from "./live-button";

function give<T>(ref: Ref<T> | undefined, value: T | null): void {
  if (typeof ref === "function") ref(value);
  else if (ref) ref.current = value;
}

/** A box to tick with its words beside it. `indeterminate` is "some of them", which HTML can only be told by script. With something to do on a tick it is closed until the script runs. */
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
  const closed = useClosed(Boolean(rest.onChange), rest.disabled);
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = indeterminate;
  }, [indeterminate]);
  return (
    <label className={classNames("check", className)}>
      <input
        {...rest}
        {...closed}
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
