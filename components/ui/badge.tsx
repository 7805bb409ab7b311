import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** Four meanings and two kinds of emphasis. A tone never stands alone: an icon and a word go with it. */
export type Tone = "grey" | "red" | "amber" | "green" | "blue" | "cash";

/** A small label. */
export function Badge({
  tone = "grey",
  icon,
  children,
  className,
}: {
  tone?: Tone;
  icon?: ReactNode;
  children: ReactNode;
  className?: string;
}) {
  return (
    <span className={classNames("badge", tone !== "grey" && `badge-${tone}`, className)}>
      {icon}
      {children}
    </span>
  );
}

/** A number beside a word: how many wait there. Above 999 it says so instead of growing. */
export function Count({
  value,
  tone = "grey",
  className,
}: {
  value: number;
  tone?: Tone;
  className?: string;
}) {
  const look = tone === "red" ? "count-red" : tone === "blue" ? "count-blue" : null;
  return <span className={classNames("count", look, className)}>{value > 999 ? "999+" : value}</span>;
}
