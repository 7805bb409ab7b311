import { describe, expect, it } from "vitest";
import type { Typed } from "@/lib/sheets/cell";
import { rosterPreview, type Standing } from "./roster-sheet";

const an = "0199f3d2-5c7e-7aaa-8bbb-000000000001";
const binh = "0199f3d2-5c7e-7aaa-8bbb-000000000002";
const colleagues = [
  { membershipId: an, name: "Nguyễn Văn An" },
  { membershipId: binh, name: "Lê Thị Bình" },
];
const now = new Date("2026-11-23T02:00:00Z");
const heads = ["Ngày", "Từ giờ", "Đến giờ", "Người trực", "Thứ tự trực", "Số gọi lại"];
const read = (rows: Typed[][], standing: Standing[] = []) =>
  rosterPreview(
    [{ name: "Lịch", rows: [heads, ...rows].map((cells, index) => ({ number: index + 1, cells })) }],
    colleagues,
    standing,
    now,
  );
const statesOf = (rows: Typed[][], standing?: Standing[]) => {
  const preview = read(rows, standing);
  if (typeof preview === "string") throw new Error(preview);
  return preview.rows.map(({ state, errors }) => [
    state,
    ...errors.map(({ column, code }) => `${column} ${code}`),
  ]);
};

describe("a filled-in roster", () => {
  it("reads days and hours as Excel keeps them and as people type them", () => {
    const preview = read([
      [
        new Date("2026-11-26T00:00:00Z"),
        new Date("1899-12-30T07:00:00Z"),
        0.79166667,
        "nguyen van an",
        1,
        "0243 941 1222",
      ],
      ["27/11/2026", "19h", "7:00", "Lê Thị Bình", "2", null],
    ]);
    if (typeof preview === "string") throw new Error(preview);
    expect(preview.rows.map(({ state, shift }) => [state, shift])).toEqual([
      [
        "ready",
        { membershipId: an, day: "2026-11-26", from: "07:00", to: "19:00", rank: 1, phone: "02439411222" },
      ],
      [
        "ready",
        { membershipId: binh, day: "2026-11-27", from: "19:00", to: "07:00", rank: 2, phone: undefined },
      ],
    ]);
  });

  it("says at its column what is wrong with a row, also against the rows above and the roster", () => {
    const standing = [
      {
        membershipId: binh,
        fromAt: new Date("2026-11-26T00:00:00Z"),
        toAt: new Date("2026-11-26T12:00:00Z"),
        rank: 2,
      },
      {
        membershipId: binh,
        fromAt: new Date("2026-11-29T17:00:00Z"),
        toAt: new Date("2026-11-30T17:00:00Z"),
        rank: null,
      },
    ];
    expect(
      statesOf(
        [
          ["26/11/2026", "07:00", "19:00", "Nguyễn Văn An", "1", ""],
          ["26/11/2026", "18:00", "20:00", "Nguyễn Văn An", "3", ""],
          ["26/11/2026", "07:00", "19:00", "Lê Thị Bình", "2", ""],
          ["26/11/2026", "08:00", "09:00", "Lê Thị Bình", "1", ""],
          ["30/11/2026", "08:00", "09:00", "Lê Thị Bình", "1", ""],
          ["31/02/2026", "25:00", "", "Ai Đó", "9", "abc"],
          ["20/11/2026", "08:00", "09:00", "Nguyễn Văn An", "1", ""],
        ],
        standing,
      ),
    ).toEqual([
      ["ready"],
      ["wrong", "person duty.errors.personBusy"],
      ["same"],
      ["wrong", "person duty.errors.personBusy"],
      ["wrong", "person duty.errors.away"],
      [
        "wrong",
        "day date.day",
        "from admin.errors.clock",
        "to required",
        "person duty.errors.noColleague",
        "rank duty.errors.rank",
        "phone admin.errors.phone",
      ],
      ["wrong", "day duty.errors.past"],
    ]);
  });

  it("leaves nothing out in silence: columns and sheets that it does not read are named", () => {
    const preview = rosterPreview(
      [
        { name: "Lịch", rows: [{ number: 1, cells: [...heads, "Ghi chú"] }] },
        { name: "Khác", rows: [{ number: 1, cells: ["Không phải lịch"] }] },
      ],
      colleagues,
      [],
      now,
    );
    expect(preview).toEqual({ rows: [], unread: ["Ghi chú", "Khác"] });
    expect(rosterPreview([{ name: "Khác", rows: [] }], colleagues, [], now)).toBe("noHeads");
  });
});
