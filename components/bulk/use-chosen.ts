import { useMemo, useState } from "react";
import type { Selection } from "@/components/ui/row-selection";
import type { Chosen } from "./bulk-bar";

const nothing: ReadonlyMap<string, never> = new Map<string, never>();

/**
 * Which rows of a list are chosen. The choice outlives a change of page and of filter; a row that is on the screen is known by its
 * newest version, and one that left the list for good stays chosen until it was tried. Another list (`listed`) begins with none: nobody
 * acts on rows that he does not see and did not choose there.
 */
export function useChosen<R extends Chosen>(rows: readonly R[], nameOf: (row: R) => string, listed = "") {
  const [state, setState] = useState<{ listed: string; kept: ReadonlyMap<string, R> }>({
    listed,
    kept: nothing,
  });
  const kept = state.listed === listed ? state.kept : nothing;
  const chosen = useMemo(() => {
    const shown = new Map(rows.map((row) => [row.id, row]));
    return [...kept.values()].map((each) => ({
      ...each,
      version: shown.get(each.id)?.version ?? each.version,
    }));
  }, [kept, rows]);
  const selection: Selection<R> = useMemo(
    () => ({
      ids: new Set(kept.keys()),
      nameOf,
      onChange: (ids) =>
        setState((was) => {
          const before = was.listed === listed ? was.kept : nothing;
          const shown = new Map(rows.map((row) => [row.id, row]));
          // What is on another page stays chosen; what is shown is chosen as the boxes say.
          const next = new Map([...before].filter(([id]) => ids.has(id) || !shown.has(id)));
          for (const id of ids) {
            const row = shown.get(id);
            if (row) next.set(id, row);
          }
          return { listed, kept: next };
        }),
    }),
    [kept, rows, nameOf, listed],
  );
  /** What is done is chosen no longer; what was left out stays, so that it can be tried again. */
  const drop = (ids: readonly string[]) =>
    setState((was) => ({ ...was, kept: new Map([...was.kept].filter(([id]) => !ids.includes(id))) }));
  return { chosen, selection, drop, clear: () => setState({ listed, kept: nothing }) };
}
