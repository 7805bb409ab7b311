import { CircleCheck } from "@/components/icons/circle-check";
import { Info } from "@/components/icons/info";
import { OctagonAlert } from "@/components/icons/octagon-alert";
import { TriangleAlert } from "@/components/icons/triangle-alert";
import type { ReactNode } from "react";
import { classNames } from "./class-names";

const icons = {
  red: OctagonAlert,
  amber: TriangleAlert,
  green: CircleCheck,
  blue: Info,
  grey: Info,
} as const;

/** A line that tells something about what is on the screen. `announce` reads it out when it appears. */
export function Note({
  tone = "grey",
  title,
  action,
  announce = false,
  className,
  children,
}: {
  tone?: keyof typeof icons;
  title?: ReactNode;
  action?: ReactNode;
  announce?: boolean;
  className?: string;
  children?: ReactNode;
}) {
  const Icon = icons[tone];
  return (
    <div
      className={classNames("note", `note-${tone}`, className)}
      role={announce ? (tone === "red" ? "alert" : "status") : undefined}
    >
      <Icon className="i" aria-hidden />
      <div className="grow t13">
        {title ? <b className="fw6">{title}</b> : null}
        {title && children ? " " : null}
        {children}
      </div>
      {action}
    </div>
  );
}
