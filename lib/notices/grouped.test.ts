import { expect, it } from "vitest";
import { groupByRecord } from "./grouped";
import type { NoticeRow } from "./types";

const row = (id: string, code: string | null, over: Partial<NoticeRow> = {}): NoticeRow => ({
  id,
  at: "2026-11-23T01:00:00.000Z",
  kind: "request.message",
  urgent: false,
  code,
  requestKind: null,
  organisation: null,
  percent: null,
  limit: null,
  dueAt: null,
  href: null,
  isRead: false,
  snoozedUntil: null,
  ...over,
});

it("makes one line of what is about one record, where its newest stands, and leaves the rest alone", () => {
  const groups = groupByRecord([
    row("5", "YC-1"),
    row("4", null),
    row("3", "YC-2"),
    row("2", "YC-1"),
    row("1", null),
  ]);
  expect(groups.map(({ newest, older }) => [newest.id, older.map(({ id }) => id)])).toEqual([
    ["5", ["2"]],
    ["4", []],
    ["3", []],
    ["1", []],
  ]);
});

it("names all of a line that is unread, and is urgent while something urgent of it is", () => {
  const urgent = { urgent: true };
  const of = (...rows: NoticeRow[]) => groupByRecord(rows)[0]!;
  const read = row("3", "YC-1", { isRead: true });
  expect(of(read, row("2", "YC-1", urgent), row("1", "YC-1"))).toMatchObject({
    unreadIds: ["2", "1"],
    isUrgent: true,
  });
  expect(of(row("2", "YC-1"), row("1", "YC-1", { ...urgent, isRead: true })).isUrgent).toBe(false);
  expect(of(read).unreadIds).toEqual([]);
});
