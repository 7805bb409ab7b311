import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";

export type ButtonLook = "primary" | "plain" | "danger" | "danger-solid" | "ghost";
export type ButtonSize = "sm" | "md" | "lg";
export type Appearance = { look?: ButtonLook; size?: ButtonSize; block?: boolean; icon?: ReactNode };

/** The classes of a button. */
export function buttonLook({ look = "plain", size = "md", block }: Appearance, extra?: string): string {
  return classNames(
    "btn",
    look !== "plain" && `btn-${look}`,
    size !== "md" && `btn-${size}`,
    block && "btn-block",
    extra,
  );
}

/** A button. One `primary` in a group at most. `pending` keeps its width, tells assistive technology and stops a second press. */
export function Button({
  look,
  size,
  block,
  icon,
  pending = false,
  className,
  children,
  disabled,
  type = "button",
  ...rest
}: ComponentProps<"button"> & Appearance & { pending?: boolean }) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      className={buttonLook({ look, size, block }, className)}
    >
      {icon}
      {children}
    </button>
  );
}
