import type { ComponentProps, ReactNode } from "react";
import { classNames } from "./class-names";
import { LiveButton } from "./live-button";

/** A button of one icon; `label` is its name, read aloud and shown by the browser on hover. */
export function IconButton({
  label,
  icon,
  size = "md",
  look = "ghost",
  className,
  type = "button",
  ...rest
}: Omit<ComponentProps<"button">, "children"> & {
  label: string;
  icon: ReactNode;
  size?: "sm" | "md";
  look?: "ghost" | "plain";
}) {
  const Element = rest.onClick ? LiveButton : "button";
  return (
    <Element
      {...rest}
      type={type}
      aria-label={label}
      title={label}
      className={classNames(
        "btn btn-icon",
        look === "ghost" && "btn-ghost",
        size === "sm" && "btn-sm",
        className,
      )}
    >
      {icon}
    </Element>
  );
}
