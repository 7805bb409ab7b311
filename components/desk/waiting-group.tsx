"use client";

import { Clock } from "@/components/icons/clock";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Count } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button-link";
import { durationOf } from "@/components/ui/duration-words";
import { Link } from "@/components/ui/link";
import { useServerNow } from "@/components/ui/server-clock";
import { paths } from "@/lib/paths";
import type { Pile } from "@/lib/requests/police/waiting";

/** One sort of what waits, with the way to all of it when it is more than is shown. */
export function Group({
  title,
  icon,
  pile,
  more,
  children,
}: {
  title: string;
  icon: ReactNode;
  pile: Pile<unknown>;
  /** Where all of them stand. */
  more: string;
  children: ReactNode;
}) {
  const t = useTranslations("desk");
  if (pile.total === 0) return null;
  return (
    <div className="dk-g">
      <h3 className="dk-gh">
        {icon}
        {title} <Count value={pile.total} />
      </h3>
      <ul>{children}</ul>
      {pile.total > pile.rows.length ? (
        <Link className="dk-more" href={more}>
          {t("more", { count: pile.total })}
        </Link>
      ) : null}
    </div>
  );
}

/** One thing that waits: what it is, which it is, and the press that goes on with it. */
export function Line({
  row,
  act,
  press,
  chip,
  href = paths.request(row.id),
  children,
}: {
  row: { id: string; code: string; caseTitle: string };
  act?: string;
  /** A press of its own in place of the way there; the line itself leads there then. */
  press?: ReactNode;
  chip?: ReactNode;
  href?: string;
  children: ReactNode;
}) {
  return (
    <li className="dk-r">
      <div className="grow">
        <p className={press ? "fw5" : "fw5 line-clamp-2"}>
          {press ? <Link href={href}>{children}</Link> : children}
        </p>
        <p className="t12 dim trunc">
          <span className="id">{row.code}</span> · {row.caseTitle}
        </p>
      </div>
      {chip}
      {press ?? (
        <ButtonLink className="dk-b" size="sm" href={href} aria-label={`${act} ${row.code}`}>
          {act}
        </ButtonLink>
      )}
    </li>
  );
}

export function Waited({ since }: { since: string }) {
  const t = useTranslations("desk");
  const d = useTranslations("format.duration");
  const now = useServerNow();
  const { unit, ...values } = durationOf((now.getTime() - Date.parse(since)) / 60_000);
  return (
    <span className="chip chip-run">
      <Clock className="i" aria-hidden />
      {t("waited", { time: d(unit, values) })}
    </span>
  );
}
