import { useSyncExternalStore } from "react";

/**
 * What was searched for in the list of holds, until this window is closed or its reader signs out (`Clear-Site-Data`). It is an account or a
 * name, so it stands in no address; whoever signs in after another in the same window does not find it.
 */
const place = "holds-search";
type Kept = { reader: string; text: string };

/** What this reader (his membership's id) searched for before the page was read again; empty for nothing. */
export function keptSearch(reader: string): string {
  const stored = window.sessionStorage.getItem(place);
  const kept = stored ? (JSON.parse(stored) as Kept) : null;
  return kept?.reader === reader ? kept.text : "";
}

/** Keeps it, or forgets what is kept when it is empty. */
export function keepSearch(reader: string, text: string): void {
  if (text === "") window.sessionStorage.removeItem(place);
  else window.sessionStorage.setItem(place, JSON.stringify({ reader, text } satisfies Kept));
}

const neverMoves = () => () => undefined;
/** The same while a page is drawn; the server knows of none. */
export const useKeptSearch = (reader: string | undefined): string =>
  useSyncExternalStore(
    neverMoves,
    () => (reader ? keptSearch(reader) : ""),
    () => "",
  );
