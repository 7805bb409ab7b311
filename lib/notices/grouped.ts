import type { NoticeRow } from "./types";

/** What one was told of one record: its newest, and the others behind it. */
export type NoticeGroup = {
  newest: NoticeRow;
  older: NoticeRow[];
  /** Those of them that are unread: putting the line away, or off, means all of it. */
  unreadIds: string[];
  /** Something urgent of it is new. */
  isUrgent: boolean;
};

/** One line for each record, where its newest stands; what is about no record stands alone. `rows`: newest first. */
export function groupByRecord(rows: readonly NoticeRow[]): NoticeGroup[] {
  const records = new Map<string, NoticeRow[]>();
  for (const row of rows) {
    const record = row.code ?? row.id;
    records.set(record, [...(records.get(record) ?? []), row]);
  }
  return [...records.values()].map((all) => {
    const [newest, ...older] = all as [NoticeRow, ...NoticeRow[]];
    const unread = all.filter(({ isRead }) => !isRead);
    return {
      newest,
      older,
      unreadIds: unread.map(({ id }) => id),
      isUrgent: newest.urgent || unread.some(({ urgent }) => urgent),
    };
  });
}
