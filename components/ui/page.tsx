import type { ReactNode } from "react";

/** One page inside the frame: its title, what can be done there, its content. */
export function Page({
  title,
  lead,
  aside,
  children,
}: {
  title: ReactNode;
  lead?: ReactNode;
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className="page">
      <div className="page-head">
        <div className="grow">
          <h1 className="h1">{title}</h1>
          {lead ? <div className="t13 mut">{lead}</div> : null}
        </div>
        {aside ? <div className="row wrap no-print">{aside}</div> : null}
      </div>
      {children}
    </div>
  );
}
