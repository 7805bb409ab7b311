import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isTargetKind, normaliseTarget } from "@/lib/targets/kinds";
import { read } from "./reading";
import { recognise } from "./recognise";
import { foundFrom } from "./types";

const now = new Date("2026-11-22T05:00:00Z");

/** Pieces of which statements are made, and what breaks readers. */
const pieces = fc.constantFrom(
  ..."stk|tk|ck|vào|MB|vcb|techcombank|0912345678|1903 5527 8810 16|50tr|1,2 tỷ|hai trăm triệu|8h47|20/11/2026|không phải số này|của tôi|từ tài khoản|số dư|ví momo|O9l2|5O.OOO|http://a.b/c|a[.]com|@abc_1|000201|38|A000000727|TQn9Y2khEsLJW1ChVWFMSMeRDow5KcbLSE|0x|1.|:|;|,|(|)|\t|\n|\n\n| |-|+84|👍|é|e\u0301|\u200b|\u00a0|\ud800|\udc00|\u0000|９|\u0130|ﬁ|…|\\|$|%".split(
    "|",
  ),
  "|",
);
const statements = fc.array(pieces, { maxLength: 60 }).map((parts) => parts.join(""));
const spaced = fc.array(pieces, { maxLength: 40 }).map((parts) => parts.join(" "));
const anything = fc.oneof(statements, spaced, fc.string({ unit: "binary", maxLength: 400 }));

describe("any text", () => {
  it("is read without an exception, twice alike, with offsets inside it and in order", () =>
    fc.assert(
      fc.property(anything, (text) => {
        const first = recognise(text, { now });
        expect(recognise(text, { now })).toEqual(first);
        let last = 0;
        for (const { start, end, confidence } of first.found) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(text.length);
          expect(confidence).toBeGreaterThanOrEqual(foundFrom);
          expect(confidence).toBeLessThanOrEqual(1);
          last = end;
        }
      }),
      { numRuns: 400 },
    ));

  /** How the place of a find reads within its text: what stands around it decides which letters are scanned digits. */
  function placeRead(text: string, start: number, end: number) {
    const whole = read(text);
    const lies = [...Array(whole.plain.length).keys()].filter((at) => {
      const span = whole.originalSpan(at, at + 1);
      return span.start >= start && span.end <= end;
    });
    return {
      plain: lies.map((at) => whole.plain[at]).join(""),
      text: lies.map((at) => whole.text[at]).join(""),
    };
  }

  it("gives targets whose place reads as their value", () =>
    fc.assert(
      fc.property(fc.oneof(statements, spaced), (text) => {
        for (const { kind, value, start, end, flags } of recognise(text, { now }).found) {
          if (!isTargetKind(kind) || flags.includes("unchecked") || kind === "social_account") continue;
          const { plain, text: repaired } = placeRead(text, start, end);
          const isNumber =
            kind === "bank_account" || kind === "phone_number" || kind === "e_wallet" || kind === "person_id";
          const again = normaliseTarget(kind, isNumber ? repaired : plain.replaceAll("[.]", "."));
          expect([kind, String(again.ok && again.value).replace(/^www\./, "")]).toEqual([kind, value]);
        }
      }),
      { numRuns: 400 },
    ));

  it.each([
    ["letters", "a"],
    ["digits", "9"],
    ["digits apart", "1 2 "],
    ["dots", "1."],
    ["brackets", "(["],
    ["marks on a letter", "\u0301"],
    ["lone surrogates", "\ud800"],
    ["nothing", "\u0000"],
    ["schemes", "https://"],
    ["payloads", "000201"],
    ["handles", "@a.b"],
    ["letters for digits", "O0l1 "],
    ["numerals", "hai trăm "],
    ["labels", "stk tk "],
    ["cells", "1\t2\n"],
    ["lines", "\n"],
    ["groups with blanks", "4 . 500 "],
    ["groups across lines", "17\n.000"],
    ["references in a list", "mã GD 261100011122 và "],
    ["dotted references", "MBVCB.1.a"],
    ["accounts in one line", "stk 0123456789 MB 5tr lúc 8h, "],
    ["own accounts", "dùng stk 0123456789 ck "],
    ["senders", "người gửi: stk "],
    ["banks of forms", "bank: MB; "],
    ["amounts that follow", "lần lượt là 5tr, "],
    ["scanned days", "l3.ll.2O26 "],
    ["links", "t.me/a_b @"],
    ["hours in words", "lúc ba giờ kém mười "],
  ])(
    "of 100 kB of %s is read",
    (_name, piece) => {
      const text = piece.repeat(Math.ceil(100_000 / piece.length));
      expect(recognise(text, { now }).found.every(({ end }) => end <= text.length)).toBe(true);
    },
    60_000,
  );
});
