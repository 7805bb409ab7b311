import { type Candidate } from "./candidates";
import type { Page } from "./page";

const code = /^[A-Za-z0-9](?:[A-Za-z0-9]|[._/-](?=[A-Za-z0-9])){3,99}/;
/** Banks' own shapes: core systems number their payments FT…, and Vietcombank's mobile payments MBVCB.… */
const known =
  /(?<![A-Za-z0-9])(?:FT\d{10,16}(?:[A-Z0-9]{0,4})|MBVCB\.\d{6,}(?:\.\d{3,})*|VNPAY\d{8,}|(?:IBFT|MBFT|NAPAS|FTT|FTC|VNP|IBK?|TCB|BIDV|VTB)[.-]?\d{6,})(?![A-Za-z0-9])/g;

/** VietinBank's messages: "CT DI:632298877123 …" gives the payment's own number, twelve digits; ten and a bank are the other account. */
const trace = /(?<![a-z])ct d(?:i|en) ?: ?(\d{12})(?![\d.])(?! [a-z]{0,9}bank)/g;
/** A printed statement of Vietcombank: a line begins with its day and the voucher, "15/11/2026 5212 - 88123". */
const voucher = /^\d{2}\/\d{2}\/\d{4}[ \t|]{1,3}(\d{4} ?- ?\d{5})(?!\d)/gm;

/** References of transactions: what follows "mã GD", "ref", "số bút toán", and what has a bank's own shape. As written, without blanks. */
export function references(page: Page): Candidate[] {
  const { tokens, cueOf, reading } = page;
  const found: Candidate[] = [];
  const seen = new Set<number>();
  for (let at = 0; at < tokens.length; at += 1) {
    const cue = cueOf[at];
    if (cue?.meaning !== "reference" || cue.last !== at) continue;
    const from = startAfter(page, at);
    if (from === undefined || seen.has(from)) continue;
    seen.add(from);
    for (let next: number | undefined = from; next !== undefined;) {
      const candidate: Candidate | undefined = codeAt(page, next, 5);
      if (candidate === undefined) break;
      found.push(candidate);
      next = nextOfList(page, candidate);
    }
  }
  for (const [at, cell] of page.cellOf.entries())
    if (cell?.holds === "reference" && page.cellOf[at - 1] !== cell) {
      const candidate = codeAt(page, tokens[at]!.start, 6);
      if (candidate !== undefined) found.push(candidate);
    }
  const add = (written: string, index: number) =>
    found.push({
      kind: "transaction_reference",
      value: written.replace(/ /g, ""),
      bank: null,
      start: index,
      end: index + written.length,
      score: 4,
      flags: [],
    });
  for (const { 0: written, index } of reading.plain.matchAll(known)) add(written, index);
  const after = ({ 0: whole, 1: written = "", index }: RegExpExecArray) =>
    add(written, index + whole.length - written.length);
  for (const found of reading.plain.matchAll(voucher)) after(found);
  for (const found of reading.text.matchAll(trace)) after(found);
  return found;
}

/** "mã GD 2611… và 2612…": the next of a list, when it is as long and of the same kind. */
function nextOfList({ reading }: Page, { end, value }: Candidate): number | undefined {
  const [, between = "", written = ""] =
    /^((?: ?[,;/&+] ?| (?:v[àa]|and) ){1,2})([A-Za-z0-9._-]{5,40})(?![\p{L}\p{N}])/u.exec(
      reading.plain.slice(end, end + 60),
    ) ?? [];
  if (written === "") return undefined;
  const shapeOf = (text: string) => text.replace(/[0-9]/g, "9").replace(/[.,]+$/, "");
  const [one, other] = [shapeOf(String(value)), shapeOf(written)];
  const isLike =
    Math.abs(one.length - other.length) <= 2 && one.slice(0, 3) === other.slice(0, 3) && /9{3}/.test(other);
  return isLike ? end + between.length : undefined;
}

/** Past "số", "là", ":" and the name of a bank, on the same line or right below. */
function startAfter({ tokens, cueOf, bankOf }: Page, cue: number): number | undefined {
  for (let at = cue + 1; at < tokens.length && at <= cue + 6; at += 1) {
    const { text, kind, start } = tokens[at]!;
    const isSmall =
      /^(?:so|la|:|-|no|\.|id|code|#|nay|giao|dich|cua|toi|em|minh|tren|bill|ck|chuyen|khoan|tien|=|\(|lan|dau|cuoi|thu|nhat|sau)$/.test(
        text,
      );
    if (isSmall || (kind === "break" && text.length === 1) || cueOf[at]?.meaning === "reference") continue;
    if (
      bankOf[at] !== undefined &&
      !/\d/.test(
        tokens
          .slice(at, at + 4)
          .filter(({ gap }, next) => next === 0 || gap === 0)
          .map(({ text: piece }) => piece)
          .join(""),
      )
    )
      continue;
    return kind === "break" ? undefined : start;
  }
  return undefined;
}

function codeAt({ reading }: Page, from: number, score: number): Candidate | undefined {
  const line = /^[^\n\t|;]{0,120}/.exec(reading.plain.slice(from, from + 140))?.[0] ?? "";
  // "MBVCB.1182….738291.NGUYEN HA": a bank's dots go on into what the payment was for.
  const written = code.exec(line)?.[0].replace(/(?<=\d)(?:\.[A-Za-z]+)+$/, "");
  if (written === undefined) return undefined;
  const digits = written.replace(/\D/g, "").length;
  if (digits < 3 || written.length < 5 || /^\d{1,2}[/-]\d{1,2}[/-]\d{2,4}$/.test(written)) return undefined;
  // "mã GD 1234 5678 9012": digits in groups are one reference.
  const grouped = /^\d{3,6}(?: \d{3,6}){1,5}(?![\d.,/:a-zA-Z])/.exec(line)?.[0];
  const text = grouped !== undefined && /^\d+$/.test(written) ? grouped : written;
  return {
    kind: "transaction_reference",
    value: text.replace(/ /g, ""),
    bank: null,
    start: from,
    end: from + text.length,
    score,
    flags: [],
  };
}
