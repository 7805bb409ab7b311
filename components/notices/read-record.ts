import { readRecordNoticesAction } from "@/lib/notices/actions";

/** The record that a page is about: in its path, or opened beside a list. */
const named = /[/=]([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:[/?&]|$)/;

/** Whoever opens a record has read what he was told of it. What fails is tried again with the next record that is opened. */
export async function readRecordOf(address: string): Promise<void> {
  const [, recordId] = named.exec(address) ?? [];
  if (recordId) await readRecordNoticesAction({ recordId }).catch(() => null);
}
