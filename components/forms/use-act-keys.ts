"use client";

import { useRef } from "react";

/**
 * Keys of acts that a press begins anew: the same act on the same state (`what` names both) keeps its key, so that pressing again after a
 * lost answer has no second effect. For a form see <useFormKey>.
 */
export function useActKeys(): (what: string) => string {
  const keys = useRef(new Map<string, string>());
  return (what) => {
    const known = keys.current.get(what) ?? crypto.randomUUID();
    keys.current.set(what, known);
    return known;
  };
}
