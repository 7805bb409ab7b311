import { type Candidate } from "./candidates";
import type { Page } from "./page";

const code = /^[A-Za-z0-9](?:[A-Za-z0-9]|[._/-](?=[A-Za-z0-9])){3,99}/;
/** Banks' own shapes: core systems number their payments FT…, and Vietcombank's mobile payments MBVCB.… */
const known =
  /(?<![A-Za-z0-9])(?:FT\d{10,16}(?:[A-Z0-9]{0,4})|MBVCB\.\d{6,}(?:\.\d{3,})*|VNPAY\d{8,}|(?:IBFT|MBFT|NAPAS|FTT|FTC|VNP|IBK?|TCB|BIDV|VTB)[.-]?\d{6,})(?![A-Za-z0-9])/g;

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
    const candidate = codeAt(page, from, 5);
    if (candidate !== undefined) found.push(candidate);
  }
  for (const [at, cell] of page.cellOf.entries())
    if (cell?.holds === "reference" && page.cellOf[at - 1] !== cell) {
      const candidate = codeAt(page, tokens[at]!.start, 6);
      if (candidate !== undefined) found.push(candidate);
    }
  for (const { 0: written, index } of reading.plain.matchAll(known))
    found.push({
      kind: "transaction_reference",
      value: written,
      bank: null,
      start: index,
      end: index + written.length,
      score: 4,
      flags: [],
    });
  return found;
}

/** Past "số", "là", ":" and the name of a bank, on the same line or right below. */
function startAfter({ tokens, cueOf, bankOf }: Page, cue: number): number | undefined {
  for (let at = cue + 1; at < tokens.length && at <= cue + 6; at += 1) {
    const { text, kind, start } = tokens[at]!;
    const isSmall =
      /^(?:so|la|:|-|no|\.|id|code|#|nay|giao|dich|cua|toi|em|minh|tren|bill|ck|chuyen|khoan|tien|=|\()$/.test(
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
  const written = code.exec(line)?.[0];
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
