"use client";

import { useCallback, useState } from "react";
import { reached } from "@/components/forms/reached";
import { searchAction } from "@/lib/search/actions";
import { isRecordCode, type Purpose, purposes, type SearchSubject } from "@/lib/search/schema";
import type { SearchResult } from "@/lib/search/types";

const remembered = "lookup-purpose";

/** The purpose said before in this browser session; a purpose is a code and says nothing about anybody. */
function purposeBefore(): Purpose | "" {
  if (typeof window === "undefined") return "";
  return purposes.find((purpose) => purpose === window.sessionStorage.getItem(remembered)) ?? "";
}

export type SearchState = {
  pending: boolean;
  result: SearchResult | null;
  problem: string | null;
  fields: Record<string, string>;
};
const idle: SearchState = { pending: false, result: null, problem: null, fields: {} };

/** Looks up by server action: the term never stands in an address. The purpose is remembered until the browser is closed. */
export function useSearch(subject?: SearchSubject) {
  const [term, setTerm] = useState("");
  const [purpose, setPurpose] = useState<Purpose | "">(purposeBefore);
  const [explanation, setExplanation] = useState("");
  const [state, setState] = useState<SearchState>(idle);
  const asksPurpose = term.trim() !== "" && !isRecordCode(term);

  const choosePurpose = useCallback((value: string) => {
    const chosen = purposes.find((known) => known === value) ?? "";
    setPurpose(chosen);
    if (chosen && chosen !== "other") window.sessionStorage.setItem(remembered, chosen);
  }, []);

  const run = useCallback(async () => {
    if (!term.trim()) return;
    setState((before) => ({ ...before, pending: true, problem: null, fields: {} }));
    const input = {
      term,
      ...(subject ? { subject } : {}),
      ...(purpose ? { purpose } : {}),
      ...(explanation.trim() ? { explanation } : {}),
    };
    const result = await reached(searchAction(input));
    if (result.ok) setState({ ...idle, result: result.data });
    else setState({ ...idle, problem: result.fields ? null : result.code, fields: result.fields ?? {} });
  }, [term, subject, purpose, explanation]);

  const clear = useCallback(() => {
    setTerm("");
    setState(idle);
  }, []);

  return {
    term,
    setTerm,
    purpose,
    choosePurpose,
    explanation,
    setExplanation,
    asksPurpose,
    state,
    run,
    clear,
  };
}
