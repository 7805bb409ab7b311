"use client";

import { useState } from "react";

/**
 * Which rows of a list were there when the form was last sent. react-hook-form judges the whole list again when a row is
 * added after a refused attempt; a row that nobody could fill in yet is not marked before the next attempt.
 */
export function useJudgedRows(rows: readonly { id: string }[], submitCount: number): (id: string) => boolean {
  const [judged, setJudged] = useState({ attempt: 0, ids: [] as string[] });
  if (judged.attempt !== submitCount) setJudged({ attempt: submitCount, ids: rows.map(({ id }) => id) });
  return (id) => judged.ids.includes(id);
}
