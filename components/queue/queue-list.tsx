"use client";

import { Inbox } from "@/components/icons/inbox";
import { Search } from "@/components/icons/search";
import { SearchX } from "@/components/icons/search-x";
import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { useRouter } from "next/navigation";
import { useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { Pager } from "@/components/ui/pager";
import { Empty } from "@/components/ui/empty";
import { useInBrowser } from "@/components/ui/use-in-browser";
import { classNames } from "@/components/ui/class-names";
import { findInQueueAction } from "@/lib/requests/desk/actions";
import { unpack } from "@/lib/packed";
import { queueAddress } from "@/lib/requests/queue/address";
import type { Colleague } from "@/lib/requests/desk/types";
import type { QueueFilter } from "@/lib/requests/queue/filter";
import type { QueueReading, QueueRow, QueueUnit } from "@/lib/requests/queue/types";
import { LazyBulkBar } from "@/components/bulk/lazy-bulk-bar";
import { useChosen } from "@/components/bulk/use-chosen";
import { QueueTable } from "./queue-table";

const waitMs = 250;
type Props = {
  reading: QueueReading;
  filter: QueueFilter;
  units: readonly QueueUnit[];
  kindCodes: readonly string[];
  /** Whom a manager may give work to; empty for everybody else. */
  colleagues: readonly Colleague[];
  mayHandOver: boolean;
};
const managerActs = ["acknowledge", "assign"] as const;
const liaisonActs = ["acknowledge"] as const;
const nameOfRow = (row: QueueRow) => row.code;

/** The filters of the queue and its table. What is looked for goes in a request's body: an account never stands in an address. */
export function QueueList({
  reading: { rows: packed, previous, next },
  filter,
  units,
  kindCodes,
  colleagues,
  mayHandOver,
}: Props) {
  const t = useTranslations("queue");
  const kinds = useTranslations("kinds");
  const router = useRouter();
  const { tab, kind, unit, urgent, after, before } = filter;
  const rows = useMemo(() => unpack(packed), [packed]);
  // Choosing needs the script: until it runs, a list of choices is the one that is chosen.
  const isReady = useInBrowser();
  // An address may name a kind that this desk is not asked: what is filtered by is said.
  const offered = kind && !kindCodes.includes(kind) ? [...kindCodes, kind] : kindCodes;
  const [text, setText] = useState("");
  const [found, setFound] = useState<{ text: string; rows: readonly QueueRow[] } | null>(null);
  const looking = text.replace(/[\s.]/g, "").length >= 2;
  useEffect(() => {
    if (!looking) return;
    let stale = false;
    const find = async () => {
      const result = await findInQueueAction({ text }).catch(() => null);
      if (!stale && result?.ok) setFound({ text, rows: result.data });
    };
    const timer = setTimeout(() => void find(), waitMs);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
    // `rows` change when the queue changes: what was found is looked for again.
  }, [text, looking, rows]);
  // Another page or another list begins at its first row; one that only changed by itself stays where it is read.
  const scroller = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    scroller.current?.scrollTo({ top: 0 });
  }, [tab, kind, unit, urgent, after, before]);
  const go = (change: Parameters<typeof queueAddress>[1]) =>
    router.push(queueAddress(filter, { open: null, ...change }), { scroll: false });
  const isFiltered = Boolean(filter.kind ?? filter.unit);
  const shown = looking && found ? found.rows : rows;
  const { chosen, selection, drop, clear } = useChosen(shown, nameOfRow, tab);

  return (
    <>
      <div className="bar lq-bar no-print">
        <span className="affix affix-l lq-search">
          <span className="prefix">
            <Search className="i i-14" aria-hidden />
          </span>
          <input
            className="input"
            type="search"
            data-list-filter=""
            aria-label={t("find")}
            placeholder={t("findHint")}
            autoComplete="off"
            maxLength={60}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key === "Escape") event.currentTarget.blur();
            }}
          />
        </span>
        {filter.tab === "answered" ? null : (
          <Link
            className={classNames("filter", filter.urgent && "filter-on")}
            href={queueAddress(filter, { urgent: filter.urgent ? null : "1" })}
            aria-current={filter.urgent ? "true" : undefined}
            scroll={false}
          >
            <b>{t("urgentFirst")}</b>
          </Link>
        )}
        <label className="filter">
          {t("kind")}
          <select
            className="filter-select"
            value={filter.kind ?? ""}
            onChange={(event) => go({ kind: event.target.value || null })}
          >
            <option value="">{t("all")}</option>
            {offered
              .filter((code) => isReady || code === filter.kind)
              .map((code) => (
                <option key={code} value={code}>
                  {kinds(code as "ACCOUNT_SUSPEND")}
                </option>
              ))}
          </select>
        </label>
        <label className="filter">
          {t("unit")}
          <select
            className="filter-select"
            value={filter.unit ?? ""}
            onChange={(event) => go({ unit: event.target.value || null })}
          >
            <option value="">{t("all")}</option>
            {units
              .filter(({ id }) => isReady || id === filter.unit)
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </label>
        <span className="vh" role="status">
          {looking && found ? t("found", { count: found.rows.length }) : ""}
        </span>
      </div>
      <div className="lq-scroll" ref={scroller} tabIndex={0} role="region" aria-label={t("list")}>
        <QueueTable
          rows={shown}
          filter={filter}
          openId={filter.open}
          mayClaim
          selection={filter.tab === "answered" ? undefined : selection}
          empty={
            looking ? (
              <Empty icon={<SearchX className="i" aria-hidden />} title={t("empty.notFound")}>
                {t("empty.notFoundText")}
              </Empty>
            ) : (
              <Empty
                icon={<Inbox className="i" aria-hidden />}
                title={t(isFiltered ? "empty.noMatch" : `empty.${filter.tab}`)}
                action={
                  isFiltered ? (
                    <Link className="btn" href={queueAddress(filter, { kind: null, unit: null })}>
                      {t("empty.clear")}
                    </Link>
                  ) : undefined
                }
              >
                {isFiltered ? t("empty.filtered") : t("empty.text")}
              </Empty>
            )
          }
        />
        {looking ? null : <Pager previous={previous} next={next} shown={rows.length} />}
      </div>
      <LazyBulkBar
        chosen={chosen}
        acts={colleagues.length > 0 ? managerActs : liaisonActs}
        colleagues={colleagues}
        mayHandOver={mayHandOver}
        onClear={clear}
        onSome={drop}
      />
    </>
  );
}
