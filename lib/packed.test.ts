import { expect, it } from "vitest";
import { pack, unpack } from "./packed";

it.each([
  ["no rows", []],
  [
    "rows with what they hold",
    [{ id: "1", who: { name: "Trần Văn A", mine: true }, amount: null, count: 3 }],
  ],
  ["names once", [{ id: "1" }, { id: "2" }]],
])("gives back %s", (_, rows: object[]) => expect(unpack(pack(rows))).toEqual(rows));

it("gives back null where a row had nothing by that name", () =>
  expect(unpack(pack<{ id: string; left?: number }>([{ id: "1", left: 2 }, { id: "2" }]))).toEqual([
    { id: "1", left: 2 },
    { id: "2", left: null },
  ]));
