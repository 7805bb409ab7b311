import { useSyncExternalStore } from "react";

const never = () => () => undefined;

/** False in the page the server sends and at its first reading, true from then on: the script runs. */
export function useInBrowser(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
