import { keyedHash } from "./crypto";

/**
 * The caller's address out of `x-forwarded-for`: the last entry, the one that the web server in front wrote itself. Whatever stands
 * before it was sent by the caller and may say anything. docs/operations.md tells what that server must do.
 */
export const addressIn = (forwarded: string | null): string =>
  forwarded?.split(",").at(-1)?.trim() || "unknown";

/** What the record keeps of an address: enough to see that two acts came from one place, nothing to read the place from. */
export const originOf = (address: string): string => keyedHash("origin", address).slice(0, 16);
