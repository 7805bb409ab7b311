import type { FiledBefore } from "@/lib/statements/filed-before";

/** What was filed from this window, by the draft's key: the page to which Back leads may be older than that. */
const filed = new Map<string, FiledBefore & { text: string }>();

export const rememberFiled = (draftKey: string, what: FiledBefore & { text: string }): void =>
  void filed.set(draftKey, what);
export const filedHere = (draftKey: string): (FiledBefore & { text: string }) | null =>
  filed.get(draftKey) ?? null;
/** A new statement is begun under the same key. */
export const forgetFiled = (draftKey: string): void => void filed.delete(draftKey);
