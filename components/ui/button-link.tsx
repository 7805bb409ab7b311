import { Link } from "@/components/ui/link";
import type { ComponentProps } from "react";
import { type Appearance, buttonLook } from "./button";

/** A link that looks like a button, for going somewhere. */
export function ButtonLink({
  look,
  size,
  block,
  icon,
  className,
  children,
  ...rest
}: ComponentProps<typeof Link> & Appearance) {
  return (
    <Link {...rest} className={buttonLook({ look, size, block }, className)}>
      {icon}
      {children}
    </Link>
  );
}
