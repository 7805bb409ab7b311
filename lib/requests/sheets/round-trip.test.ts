import ExcelJS from "exceljs";
import { describe, expect, it, vi } from "vitest";
import { answerBook } from "./book";
import { bankId, filled, itemOf, knownOf, mark, now, suspend, type } from "@/prisma/factories/filled-book";
import type { KnownItem } from "./preview";
import { outcomeLabel } from "./words";

// The thread that reads workbooks begins with the first of them, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 });

describe("a filled workbook", () => {
  const items = [itemOf("ACCOUNT_SUSPEND", 1), itemOf("ACCOUNT_SUSPEND", 2)];

  it("answers what was filled and leaves the rest", async () => {
    const { rows } = await filled(items, (book) => {
      type(book, suspend, "outcome", "Đã giữ");
      type(book, suspend, "outcome", outcomeLabel("en", "HELD").toUpperCase());
      type(book, suspend, "amount", "45tr");
    });
    expect(rows.map(({ state, outcome, amount }) => [state, outcome, amount])).toEqual([
      ["ready", "HELD", "45000000"],
      ["blank", null, null],
    ]);
  });

  it("reads dates as the clock of Viet Nam, and money from its own sheet", async () => {
    const { rows, errors } = await filled(items, (book) => {
      type(book, suspend, "outcome", "MOVED_ON");
      const money = book.getWorksheet("Chuyển đi")!;
      money.getRow(3).values = [
        "YC-25-2026-000001",
        1,
        null,
        new Date(Date.UTC(2026, 10, 20, 8, 52)),
        30_000_000,
        "VietinBank",
        "0019036688",
        "LE VAN B",
        "FT1",
      ];
      money.getRow(4).values = [
        "yc-25-2026-000001",
        1,
        null,
        "20/11/2026 09:05",
        "20tr",
        "VietinBank",
        "19036688990011",
      ];
    });
    expect(errors).toEqual([]);
    expect(rows[0]).toMatchObject({
      state: "ready",
      answer: {
        outcome: "MOVED_ON",
        transfers: [
          {
            at: "2026-11-20T01:52:00.000Z",
            amount: "30000000",
            toAccount: "0019036688",
            toInstitutionId: bankId,
          },
          { at: "2026-11-20T02:05:00.000Z", amount: "20000000" },
        ],
      },
    });
  });

  it.each<[string, (book: ExcelJS.Workbook) => void, string, string]>([
    ["a result that is none", (book) => type(book, suspend, "outcome", "Xong"), "Kết quả", "sheet.outcome"],
    ["a result that is missing", (book) => type(book, suspend, "amount", 5), "Kết quả", "required"],
    [
      "an amount of another result",
      (book) => {
        type(book, suspend, "outcome", "NOT_FOUND");
        type(book, suspend, "amount", 5);
      },
      "Số tiền giữ lại",
      "sheet.notOfOutcome",
    ],
    [
      "an amount that is none",
      (book) => {
        type(book, suspend, "outcome", "HELD");
        type(book, suspend, "amount", "nhiều");
      },
      "Số tiền giữ lại",
      "money.errors.unreadable",
    ],
    [
      "a date that has been",
      (book) => {
        type(book, suspend, "outcome", "HELD");
        type(book, suspend, "amount", 5);
        type(book, suspend, "until", "20/11/2026 08:00");
      },
      "Đến",
      "answer.until",
    ],
    [
      "an account kept as a number",
      (book) => {
        type(book, suspend, "outcome", "MOVED_ON");
        book.getWorksheet("Chuyển đi")!.getRow(3).values = [
          "YC-25-2026-000001",
          1,
          null,
          "20/11/2026 09:05",
          5,
          "VietinBank",
          19036688990011,
        ];
      },
      "Số tài khoản",
      "sheet.asText",
    ],
    [
      "money that the result does not tell of",
      (book) => {
        type(book, suspend, "outcome", "NOT_FOUND");
        book.getWorksheet("Chuyển đi")!.getRow(3).values = [
          "YC-25-2026-000001",
          1,
          null,
          "20/11/2026 09:05",
          5,
          "VietinBank",
          "19036688990011",
        ];
      },
      "Kết quả",
      "sheet.noMoney.transfers",
    ],
  ])("names the cell of %s", async (_, fill, column, code) => {
    const { rows } = await filled(items, fill);
    expect(rows[0]?.state).toBe("wrong");
    expect(rows[0]?.errors).toContainEqual(expect.objectContaining({ column, code }));
  });

  it.each<[string, (book: ExcelJS.Workbook) => void, object]>([
    [
      "an empty amount",
      (book) => type(book, suspend, "outcome", "HELD"),
      { sheet: suspend, row: 3, column: "Số tiền giữ lại", code: "required" },
    ],
    [
      "more than is disputed",
      (book) => {
        type(book, suspend, "outcome", "HELD");
        type(book, suspend, "amount", "60tr");
      },
      { sheet: suspend, row: 3, column: "Số tiền giữ lại", code: "money.overDisputed" },
    ],
    [
      "an hour that has not come, on the sheet of payments",
      (book) => {
        type(book, suspend, "outcome", "MOVED_ON");
        book.getWorksheet("Chuyển đi")!.getRow(5).values = [
          "YC-25-2026-000001",
          1,
          null,
          "20/11/2027 09:05",
          5,
          "VietinBank",
          "19036688990011",
        ];
      },
      { sheet: "Chuyển đi", row: 5, column: "Thời gian", code: "date.future" },
    ],
    [
      "payments that the result needs",
      (book) => type(book, suspend, "outcome", "MOVED_ON"),
      { sheet: suspend, row: 3, column: "Kết quả", code: "sheet.needsMoney.transfers" },
    ],
  ])("finds fault once, at its own cell, with %s", async (_, fill, error) => {
    const { rows } = await filled(items, fill);
    expect(rows[0]).toMatchObject({ state: "wrong", errors: [error] });
  });

  /** A payment of the first target, by the columns' own keys. */
  const pay = (book: ExcelJS.Workbook, cells: Record<string, ExcelJS.CellValue>) => {
    const given = { code: "YC-25-2026-000001", position: 1, at: "20/11/2026 09:05", amount: 5, ...cells };
    for (const [key, value] of Object.entries(given)) type(book, "Chuyển đi", key, value);
  };

  it("takes a payment to a place elsewhere, with its country by name", async () => {
    const { rows } = await filled(items, (book) => {
      type(book, suspend, "outcome", "MOVED_ON");
      pay(book, { elsewhere: "nuoc ngoai", placeName: "DBS Bank", country: "singapore", swift: "DBSSSGSG" });
    });
    expect(rows[0]).toMatchObject({
      state: "ready",
      answer: {
        transfers: [
          {
            amount: "5",
            elsewhere: { place: "abroad", name: "DBS Bank", country: "SG", swift: "DBSSSGSG" },
          },
        ],
      },
    });
  });

  it.each<[Record<string, ExcelJS.CellValue>, Record<string, string>]>([
    [{ elsewhere: "Nước ngoài" }, { "Tên nơi nhận khác": "required", "Quốc gia": "required" }],
    [{ elsewhere: "Nước ngoài", placeName: "DBS", country: "Sao Hỏa" }, { "Quốc gia": "sheet.option" }],
    [{ placeName: "DBS" }, { "Nơi nhận khác": "required" }],
    [{ elsewhere: "Trên trời" }, { "Nơi nhận khác": "sheet.option" }],
    [
      { elsewhere: "Cửa hàng, thanh toán thẻ", placeName: "Thử", swift: "DBSSSGSG" },
      { "Mã SWIFT": "sheet.notOfPlace" },
    ],
    [
      { elsewhere: "Tài sản số", placeName: "Binance", institution: "VietinBank" },
      { "Ngân hàng, ví": "answer.bothPlaces" },
    ],
  ])("finds fault with a place elsewhere at its own columns: %j", async (cells, faults) => {
    const { rows } = await filled(items, (book) => {
      type(book, suspend, "outcome", "MOVED_ON");
      pay(book, cells);
    });
    const found = Object.fromEntries(rows[0]!.errors.map(({ column, code }) => [column, code]));
    expect(found).toMatchObject(faults);
  });

  it("names every empty cell of a payment as required, by its own column", async () => {
    const { rows } = await filled(items, (book) => {
      type(book, suspend, "outcome", "MOVED_ON");
      book.getWorksheet("Chuyển đi")!.getRow(3).values = ["YC-25-2026-000001", 1];
    });
    const found = Object.fromEntries(rows[0]!.errors.map(({ column, code }) => [column, code]));
    expect(found).toEqual({
      "Thời gian": "required",
      "Số tiền": "required",
      "Ngân hàng, ví": "required",
      "Số tài khoản": "required",
    });
  });

  it.each(["closed", "asked", "doubted", "colleague"] as const)(
    "says once why a request that is %s takes no answer, whatever the row says",
    async (closed) => {
      for (const outcome of ["NOT_FOUND", "Xong"]) {
        const fill = (book: ExcelJS.Workbook) => type(book, suspend, "outcome", outcome);
        const { rows } = await filled(items, fill, knownOf(items, { closed }));
        expect(rows.map(({ state, reason, errors }) => [state, reason, errors])).toEqual([
          ["gone", closed, []],
          ["blank", null, []],
        ]);
      }
    },
  );

  it("says when money is told of a target that is not there", async () => {
    const { errors } = await filled(items, (book) => {
      book.getWorksheet("Chuyển đi")!.getRow(3).values = [
        "YC-25-2026-000001",
        7,
        null,
        "20/11/2026 09:05",
        5,
        "VietinBank",
        "19036688990011",
      ];
    });
    expect(errors).toEqual([{ sheet: "Chuyển đi", row: 3, column: "Mã yêu cầu", code: "sheet.noTarget" }]);
  });

  it("does nothing twice: the same answer is the same, another one comes too late", async () => {
    const fill = (book: ExcelJS.Workbook) => type(book, suspend, "outcome", "NOT_FOUND");
    const answered = (answer: object) => knownOf(items, { closed: "closed", answer, answeredAt: now });
    const fate = async (known: Map<string, KnownItem>) => {
      const [row] = (await filled(items, fill, known)).rows;
      return [row?.state, row?.reason, row?.answeredAt];
    };
    expect(await fate(answered({ outcome: "NOT_FOUND" }))).toEqual(["same", null, now.toISOString()]);
    expect(await fate(answered({ outcome: "REFUSED" }))).toEqual(["gone", "answered", null]);
    expect(await fate(new Map())).toEqual(["gone", "unknown", null]);
  });

  it.each<[string, string, ExcelJS.CellValue, string]>([
    ["code", "YC-25-2026-000001", "YC-25-2026-000002", "Mã yêu cầu"],
    ["position", "1", 2, "STT"],
    ["target", "1088 7420 5561", "1088 7420 5562", "Đối tượng"],
    ["target", "1088 7420 5561", null, "Đối tượng"],
    ["disputed", "50000000", 60_000_000, "Số tiền tranh chấp"],
  ])("does not answer for what the row no longer shows: %s %s became %s", async (key, _, shown, column) => {
    const { rows } = await filled(items, (book) => {
      type(book, suspend, "outcome", "NOT_FOUND");
      type(book, suspend, key, shown);
    });
    expect(rows[0]).toMatchObject({ state: "wrong", errors: [{ row: 3, column, code: "sheet.fixed" }] });
  });

  it("finds rows whose visible part alone was sorted", async () => {
    const others = [
      items[0]!,
      itemOf("ACCOUNT_SUSPEND", 2, { target: "9704 0000 1111", disputed: "7000000" }),
    ];
    const { rows } = await filled(others, (book) => {
      type(book, suspend, "position", 2, 0);
      type(book, suspend, "target", "9704 0000 1111", 0);
      type(book, suspend, "disputed", 7_000_000, 0);
      type(book, suspend, "outcome", "NOT_FOUND", 0);
    });
    expect(rows[0]!.errors.map(({ column }) => column)).toEqual(["STT", "Đối tượng", "Số tiền tranh chấp"]);
  });

  it("takes a target whose blanks a spreadsheet dropped", async () => {
    const { rows } = await filled(items, (book) => {
      type(book, suspend, "outcome", "NOT_FOUND");
      type(book, suspend, "target", 108874205561);
    });
    expect(rows[0]?.state).toBe("ready");
  });

  it("locks what says which target a row is about, and leaves the answer's cells open", async () => {
    const book = new ExcelJS.Workbook();
    await book.xlsx.load((await answerBook(items, [], "vi", mark)) as unknown as ArrayBuffer);
    const page = book.getWorksheet(suspend)! as ExcelJS.Worksheet & { sheetProtection?: { sheet?: boolean } };
    expect(page.sheetProtection?.sheet).toBe(true);
    const open: string[] = [];
    page.getRow(3).eachCell({ includeEmpty: true }, (cell, at) => {
      if (cell.protection?.locked === false) open.push(String(page.getCell(1, at).value));
    });
    expect(open).toEqual([
      "outcome",
      "amount",
      "until",
      "minutesNumber",
      "balance",
      "note",
      "closedAt",
      "ground",
      "explanation",
    ]);
  });

  it("leaves no text that a spreadsheet would run", async () => {
    const book = new ExcelJS.Workbook();
    const bytes = await answerBook([itemOf("ACCOUNT_SUSPEND", 1, { holder: "=1+1" })], [], "vi", mark);
    await book.xlsx.load(bytes as unknown as ArrayBuffer);
    expect(book.getWorksheet(suspend)!.getCell(3, 6).value).toBe("'=1+1");
  });
});
