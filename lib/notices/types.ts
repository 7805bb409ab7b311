/** One line of the list. */
export type NoticeRow = {
  id: string;
  /** ISO, UTC. */
  at: string;
  kind: string;
  urgent: boolean;
  code: string | null;
  /** Of a request: what it asks, and the other side's short name. */
  requestKind: string | null;
  organisation: string | null;
  /** Of a reminder: how much of the time is gone. */
  percent: string | null;
  /** Of a time limit: which (a subject of clocks), and its end, ISO, UTC. */
  limit: string | null;
  dueAt: string | null;
  href: string | null;
  isRead: boolean;
  snoozedUntil: string | null;
};
