"use client";

import { type KeyboardEvent, type ReactNode, useId, useState } from "react";
import { classNames } from "./class-names";

type Found = { id: string };

/**
 * What was found for a text, below its field: the arrow keys go through it and Enter takes one, the focus stays in the field (the
 * combobox of WAI-ARIA). `input` belongs to the field; the list is <SuggestionList>. Enter sends no form while something is found.
 */
export function useSuggestions<T extends Found>(
  found: readonly T[] | null,
  pick: (one: T) => void,
  close: () => void,
) {
  const listId = useId();
  const [marked, setMarked] = useState<string | null>(null);
  const all = found ?? [];
  const at = all.findIndex(({ id }) => id === marked);
  const mark = (index: number) => setMarked(all.at(index % all.length)?.id ?? null);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (all.length === 0 || event.nativeEvent.isComposing) return;
    const only = all.length === 1 ? all[0] : undefined;
    const one = all[at] ?? only;
    if (event.key === "ArrowDown") mark(at + 1);
    else if (event.key === "ArrowUp") mark(at <= 0 ? -1 : at - 1);
    else if (event.key === "Escape") close();
    else if (event.key !== "Enter") return;
    else if (one) pick(one);
    else mark(0);
    event.preventDefault();
    event.stopPropagation();
  };
  return {
    input: {
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-expanded": all.length > 0,
      "aria-controls": listId,
      "aria-activedescendant": at < 0 ? undefined : `${listId}-${at}`,
      onKeyDown,
    } as const,
    list: { id: listId, found: all, at, pick },
  };
}

/** The list of <useSuggestions>; `show` draws one of what was found. */
export function SuggestionList<T extends Found>({
  list: { id, found, at, pick },
  label,
  show,
  className,
}: {
  list: ReturnType<typeof useSuggestions<T>>["list"];
  label: string;
  show: (one: T) => ReactNode;
  className?: string;
}) {
  return (
    <ul id={id} role="listbox" aria-label={label} className={className} hidden={found.length === 0}>
      {found.map((one, index) => (
        <li
          key={one.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className={classNames("menu-item", index === at && "is-marked")}
          ref={index === at ? (line) => line?.scrollIntoView({ block: "nearest" }) : undefined}
          // A press would take the focus out of the field before it is heard.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => pick(one)}
        >
          {show(one)}
        </li>
      ))}
    </ul>
  );
}
