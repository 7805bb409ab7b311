import { bankOfBin, isWalletIssuer } from "./bank-names";
import { type Candidate, nothing } from "./candidates";
import type { Page } from "./page";

/** One field of an EMVCo QR code: two digits of tag, two of length, the value at `start`. */
interface Field {
  readonly tag: string;
  readonly value: string;
  readonly start: number;
}

/** EMVCo Merchant-Presented Mode: payload format "01" comes first, then tags in any order. */
const head = "000201";
/** NAPAS's application identifier inside tag 38 (VietQR). */
const napas = "A000000727";

/**
 * VietQR payloads in the text: tag 38 holds the bank's BIN and the account, tag 54 an amount of VND where the code asks for one.
 * The rest of the payload is nothing to be found.
 */
export function vietQr(page: Page): Candidate[] {
  const { plain } = page.reading;
  const found: Candidate[] = [];
  for (let at = plain.indexOf(head); at >= 0; at = plain.indexOf(head, at + 1)) {
    const payload = /^[^\n\t]{12,512}/.exec(plain.slice(at, at + 512))?.[0] ?? "";
    const fields = fieldsOf(payload, at);
    const merchant = fields.find(({ tag, value }) => tag === "38" && value.includes(napas));
    if (merchant === undefined) continue;
    const beneficiary = fieldsOf(merchant.value, merchant.start).find(({ tag }) => tag === "01");
    const parts = beneficiary ? fieldsOf(beneficiary.value, beneficiary.start) : [];
    const bin = parts.find(({ tag }) => tag === "00");
    const number = parts.find(({ tag }) => tag === "01");
    if (bin === undefined || number === undefined || !/^[0-9A-Za-z]{4,19}$/.test(number.value)) continue;
    const bank = bankOfBin(bin.value);
    const end = Math.max(...fields.map(({ start, value }) => start + value.length));
    const piece = (kind: "bank_account" | "e_wallet", value: string): Candidate => ({
      kind,
      value,
      bank,
      start: number.start,
      end: number.start + number.value.length,
      score: 9,
      flags: [],
    });
    found.push(piece(isWalletIssuer(bank) ? "e_wallet" : "bank_account", number.value.toUpperCase()));
    const amount = fields.find(({ tag, value }) => tag === "54" && /^\d{1,13}(?:\.0{1,2})?$/.test(value));
    const edges = [at, number.start, number.start + number.value.length];
    if (amount !== undefined && Number(amount.value) > 0) {
      const [from, to] = [amount.start, amount.start + amount.value.length];
      found.push({
        kind: "amount",
        value: Number(amount.value),
        bank: null,
        start: from,
        end: to,
        score: 8,
        flags: [],
      });
      edges.push(from, to);
    }
    edges.push(end);
    for (let edge = 0; edge + 1 < edges.length; edge += 2)
      if (edges[edge + 1]! > edges[edge]!) found.push(nothing(edges[edge]!, edges[edge + 1]!, 30));
    at = end - 1;
  }
  return found;
}

function fieldsOf(text: string, offset: number): Field[] {
  const fields: Field[] = [];
  for (let at = 0; at + 4 <= text.length;) {
    const [tag, size] = [text.slice(at, at + 2), text.slice(at + 2, at + 4)];
    if (!/^\d\d$/.test(tag) || !/^\d\d$/.test(size)) break;
    const length = Number(size);
    if (length === 0 || at + 4 + length > text.length) break;
    fields.push({ tag, value: text.slice(at + 4, at + 4 + length), start: offset + at + 4 });
    at += 4 + length;
  }
  return fields;
}
