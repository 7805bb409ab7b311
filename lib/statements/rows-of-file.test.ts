import ExcelJS from "exceljs";
import { expect, it, vi } from "vitest";
import { rowsOfFile } from "./rows-of-file";

// The thread that reads workbooks begins with the first of them, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

it.each<[string, string[][]]>([
  [
    "a;b;c\n1;2;3\r\n",
    [
      ["a", "b", "c"],
      ["1", "2", "3"],
    ],
  ],
  [
    '\ufeffa,b\n"x, y","say ""no"""',
    [
      ["a", "b"],
      ["x, y", 'say "no"'],
    ],
  ],
  [
    'a\tb\n"hai\ndòng"\t2',
    [
      ["a", "b"],
      ["hai\ndòng", "2"],
    ],
  ],
  [
    "Ngày,Số tiền;ghi nợ;số dư\n1;2;3",
    [
      ["Ngày,Số tiền", "ghi nợ", "số dư"],
      ["1", "2", "3"],
    ],
  ],
  ["\n\n", []],
  [
    'a,5" ống\r007,001',
    [
      ["a", '5" ống'],
      ["007", "001"],
    ],
  ],
])("%j is read", async (text, rows) => expect(await rowsOfFile("a.csv", Buffer.from(text))).toEqual(rows));

it("reads UTF-16 as Excel writes it", async () =>
  expect(await rowsOfFile("a.csv", Buffer.from("\ufeffNgày\tSố tiền\n1\t2", "utf16le"))).toEqual([
    ["Ngày", "Số tiền"],
    ["1", "2"],
  ]));

it.each(['a,b\n"open,1\n2,3', 'a,b\n"NH "Á Châu"",2'])("%j is refused and swallows no row", async (text) =>
  expect(await rowsOfFile("a.csv", Buffer.from(text))).toBe("unexamined"),
);

it("reads the longest sheet, dates as the clock of Viet Nam and accounts whole", async () => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet("Bìa").addRow(["x"]);
  const sheet = book.addWorksheet("Sao kê");
  sheet.addRow(["Ngày", "Số tiền"]);
  sheet.addRow([new Date(Date.UTC(2026, 10, 20, 8, 47)), 19035527881016]);
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  expect(await rowsOfFile("sao-ke.xlsx", bytes)).toEqual([
    ["Ngày", "Số tiền"],
    ["20/11/2026 08:47", "19035527881016"],
  ]);
});

it("takes no more rows than anybody reads", async () =>
  expect(await rowsOfFile("a.csv", Buffer.from("1;2\n".repeat(2_001)))).toBe("rows"));
