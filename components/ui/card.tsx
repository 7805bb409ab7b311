import type { ReactNode } from "react";
import { classNames } from "./class-names";

/** A framed block with a heading. `flush` lets a table or a list reach the edges. */
export function Card({
  title,
  level = 2,
  aside,
  footer,
  flush = false,
  className,
  id,
  children,
}: {
  title?: ReactNode;
  level?: 2 | 3;
  aside?: ReactNode;
  footer?: ReactNode;
  flush?: boolean;
  className?: string;
  id?: string;
  children: ReactNode;
}) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section className={classNames("card", flush && "clip", className)} id={id}>
      {title || aside ? (
        <header className="card-head">
          {title ? <Heading className="h3 grow">{title}</Heading> : <span className="grow" />}
          {aside}
        </header>
      ) : null}
      {flush ? children : <div className="card-body">{children}</div>}
      {footer ? <footer className="card-foot">{footer}</footer> : null}
    </section>
  );
}
