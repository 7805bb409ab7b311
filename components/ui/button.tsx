import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { LiveButton } from "./live-button";

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

/**
 * A button. One `primary` in a group at most. `pending` keeps its width, tells assistive technology and stops a second press.
 * With something to do on a press, or in a `Form`, it is closed until the script runs.
 */
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
  const Element = rest.onClick || type === "submit" ? LiveButton : "button";
  return (
    <Element
      {...rest}
      type={type}
      disabled={disabled || pending}
      aria-busy={pending || undefined}
      className={buttonLook({ look, size, block }, className)}
    >
      {icon}
      {children}
    </Element>
  );
}
