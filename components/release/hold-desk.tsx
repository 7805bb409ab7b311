"use client";

import { Lock } from "@/components/icons/lock";
import { Search } from "@/components/icons/search";
import { useTranslations } from "next-intl";
import {
  lazy,
  type ReactNode,
  Suspense,
  useEffect,
  useEffectEvent,
  useMemo,
  useState,
  useTransition,
} from "react";
import { PrintButton } from "@/components/ui/print-button";
import { Button } from "@/components/ui/button";
import { Empty } from "@/components/ui/empty";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { Note } from "@/components/ui/note";
import { useProblemWords } from "@/components/ui/problem-words";
import type { Selection } from "@/components/ui/row-selection";
import { useVnd } from "@/components/ui/money";
import { TextInput } from "@/components/ui/text-input";
import { type Packed, unpack } from "@/lib/packed";
import { searchHoldsAction } from "@/lib/release/actions";
import type { HoldFilter } from "@/lib/release/filter";
import type { FoundHolds, HoldRow, HoldSums } from "@/lib/release/types";
import { HoldBookButton } from "./hold-book-button";
import { HoldTable } from "./hold-table";
import { keepSearch, keptSearch, useKeptSearch } from "./kept-search";

// What is done with chosen rows comes with the first tick: a list that is only read does not carry it.
const OrderBar = lazy(() => import("./order-bar").then((module) => ({ default: module.OrderBar })));
const nameOf = ({ account, holder }: HoldRow) => `${holder} ${account}`;
const nothing: ReadonlyMap<string, HoldRow> = new Map();

/**
 * What is held: a search whose words stand in no address and stay when the page is read again or filtered, the sum, the list with its ticks and
 * what can be done with them. `children` is the pager, which a search has none of.
 */
export function HoldDesk({
  rows,
  sums,
  filter,
  mayDraft,
  reader,
  children,
}: {
  rows: Packed<HoldRow>;
  sums: HoldSums;
  filter: HoldFilter;
  mayDraft: boolean;
  /** Whose search it is, by his membership; without him nothing is searched. */
  reader?: string;
  children?: ReactNode;
}) {
  const t = useTranslations("release");
  const searchable = reader !== undefined;
  const { vnd } = useVnd();
  const problemWords = useProblemWords();
  const before = useKeptSearch(reader);
  /** Null until somebody types. */
  const [typed, setTyped] = useState<string | null>(null);
  const [found, setFound] = useState<(FoundHolds & { text: string }) | null>(null);
  const [pending, startSearch] = useTransition();
  const [problem, setProblem] = useState<string | null>(null);
  const [chosen, setChosen] = useState(nothing);
  const shown = found?.rows ?? rows;
  const list = useMemo(() => unpack(shown), [shown]);
  const total = found?.sums ?? sums;
  const selection: Selection<HoldRow> = useMemo(
    () => ({
      ids: new Set(chosen.keys()),
      nameOf,
      onChange: (ids) =>
        setChosen((was) => {
          const here = new Map(list.map((row) => [row.id, row]));
          const kept = [...was].filter(([id]) => ids.has(id) || !here.has(id));
          const added = [...ids].flatMap((id): [string, HoldRow][] => {
            const row = here.get(id);
            return row ? [[id, row]] : [];
          });
          return new Map([...kept, ...added]);
        }),
    }),
    [chosen, list],
  );
  const { after: _after, before: _before, ...kept } = filter;

  const find = (text: string) =>
    startSearch(async () => {
      const result = await searchHoldsAction({ text, filter: kept }).catch(() => null);
      if (result?.ok) setFound({ ...result.data, text });
      setProblem(result?.ok ? null : problemWords(result?.code ?? "unreachable"));
    });
  function search(text: string): void {
    if (reader) keepSearch(reader, text);
    if (text !== "") return find(text);
    setProblem(null);
    setFound(null);
  }
  const searchAgain = useEffectEvent(() => {
    const left = reader ? keptSearch(reader) : "";
    if (left !== "") find(left);
    // What another reader of this window left is not his to find.
    else if (reader) keepSearch(reader, "");
  });
  useEffect(() => searchAgain(), []);

  return (
    <>
      {searchable ? (
        <Form
          className="row no-print rs-find"
          role="search"
          onSubmit={() => search((typed ?? before).trim())}
        >
          <TextInput
            before={<Search className="i" aria-hidden />}
            aria-label={t("find.label")}
            placeholder={t("find.hint")}
            maxLength={60}
            autoComplete="off"
            value={typed ?? before}
            onChange={(event) => setTyped(event.target.value)}
          />
          <Button type="submit" size="sm" pending={pending}>
            {t("find.go")}
          </Button>
          {found ? (
            <Button
              size="sm"
              look="ghost"
              onClick={() => {
                setTyped("");
                search("");
              }}
            >
              {t("find.clear")}
            </Button>
          ) : null}
        </Form>
      ) : null}
      <FormProblem problem={problem} />
      <div className="row wrap between">
        <p className="row wrap t13" role="status">
          <span>{t("sums", { count: total.count, amount: vnd(total.amount) })}</span>
          {total.returned === "0" ? null : (
            <span className="mut">{t("sumsReturned", { amount: vnd(total.returned) })}</span>
          )}
        </p>
        {total.count > 0 ? (
          <div className="row wrap no-print">
            <HoldBookButton filter={kept} text={found?.text} count={total.count} />
            {searchable ? <PrintButton /> : null}
          </div>
        ) : null}
      </div>
      {found && found.sums.count > list.length ? (
        <Note tone="blue">{t("find.cut", { shown: list.length, count: found.sums.count })}</Note>
      ) : null}
      {list.length > 0 ? (
        <div
          className={searchable ? "card clip rs-held" : "scroll-x rs-held"}
          {...(searchable ? {} : { tabIndex: 0 })}
        >
          <HoldTable rows={list} selection={mayDraft ? selection : undefined} inCase={!searchable} />
        </div>
      ) : (
        <Empty icon={<Lock className="i i-24" aria-hidden />} title={t(found ? "find.none" : "empty")}>
          {t(found ? "find.noneText" : "emptyText")}
        </Empty>
      )}
      {found ? null : children}
      {chosen.size > 0 ? (
        <Suspense fallback={<div className="bulk" aria-hidden />}>
          <OrderBar
            holds={[...chosen.values()]}
            onClear={() => {
              setChosen(nothing);
              // What a search found says what was asked before.
              if (found) search(found.text);
            }}
          />
        </Suspense>
      ) : null}
    </>
  );
}
