import type { AmountRole } from "./amount-roles";
import type { Entity } from "./entities";
import type { Page } from "./page";

const giving = /^(?:tra|hoan|chuyen|ck|gui|rut|nhan)$/;
const back = /^(?:lai|ve|hoan|em|toi|minh|chau|con|duoc|dc|cho|tien)$/;
const onlySaid = /^(?:hua|se|hen|doi|muon|yeu|can|phai|bao|de)$/;

/**
 * Is this money that came back to the victim ("nó trả lại em 1 triệu", "rút về được 500k")? A promise of it is none, nor is what
 * somebody was asked to pay.
 */
export function cameBack({ tokens }: Page, { first }: Entity, role: AmountRole): boolean {
  if (role === "received") return true;
  if (role !== "promised") return false;
  for (let at = first - 1; at >= 0 && first - at <= 6; at -= 1) {
    const { kind, text } = tokens[at]!;
    if (kind === "break" || kind === "digits" || /^[.;!?]$/.test(text)) return false;
    if (!giving.test(text) || !back.test(tokens[at + 1]?.text ?? "")) continue;
    return !tokens.slice(Math.max(0, at - 5), at).some(({ text: word }) => onlySaid.test(word));
  }
  return false;
}
