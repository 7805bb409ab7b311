import type { ReactNode } from "react";

/** Nothing here: says why and what to do next. */
export function Empty({
  icon,
  title,
  children,
  action,
}: {
  icon?: ReactNode;
  title: string;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="card empty">
      {icon}
      <p className="h3">{title}</p>
      {children ? <div className="t13">{children}</div> : null}
      {action}
    </div>
  );
}
