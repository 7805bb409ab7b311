"use client";

import { useTranslations } from "next-intl";
import { useEffect, useMemo, useState } from "react";
import { Pager } from "@/components/ui/pager";
import { useProblemWords } from "@/components/ui/problem-words";
import { type Packed, unpack } from "@/lib/packed";
import { findAnsweredAction } from "@/lib/requests/desk/actions";
import type { AnsweredRange } from "@/lib/requests/queue/answered-filter";
import type { QueueRow } from "@/lib/requests/queue/types";
import { AnsweredTable } from "./answered-table";

const waitMs = 250;

/** What was answered within some days, and what is looked for among it: in a request's body, an account never stands in an address. */
export function AnsweredList({
  rows: packed,
  range,
  previous,
  next,
}: {
  rows: Packed<QueueRow>;
  range: AnsweredRange;
  previous: string | null;
  next: string | null;
}) {
  const t = useTranslations("queue");
  const words = useProblemWords();
  const rows = useMemo(() => unpack(packed), [packed]);
  const [text, setText] = useState("");
  const [found, setFound] = useState<readonly QueueRow[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const looking = text.replace(/[\s.]/g, "").length >= 2;
  const { from, to } = range;
  useEffect(() => {
    if (!looking) return;
    let stale = false;
    const find = async () => {
      const result = await findAnsweredAction({ text, from, to }).catch(() => null);
      if (stale) return;
      setFound(result?.ok ? result.data : null);
      setProblem(result?.ok ? null : result ? result.code : "unreachable");
    };
    const timer = setTimeout(() => void find(), waitMs);
    return () => {
      stale = true;
      clearTimeout(timer);
    };
  }, [text, looking, from, to]);
  const shown = looking && found ? found : rows;
  return (
    <>
      <p>
        <input
          className="input answered-find"
          type="search"
          data-list-filter=""
          aria-label={t("history.find")}
          placeholder={t("history.find")}
          autoComplete="off"
          maxLength={60}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <span className="vh" role="status">
          {looking && found ? t("found", { count: found.length }) : ""}
        </span>
      </p>
      <p className="sub">{t("history.findHint")}</p>
      {looking && problem ? (
        <p className="sub c-red" role="alert">
          {words(problem)}
        </p>
      ) : null}
      <div className="card clip">
        <AnsweredTable rows={shown} searched={looking && found !== null} />
      </div>
      {looking ? null : <Pager previous={previous} next={next} shown={rows.length} />}
    </>
  );
}
