import { compact, inGroups, maskMiddle } from "../identifier-text";
import { defineTarget } from "../target-kind";

const base58 = "[1-9A-HJ-NP-Za-km-z]";
const bitcoin = new RegExp(`^[13]${base58}{25,34}$`);
const tron = new RegExp(`^T${base58}{33}$`);
const bitcoinSegwit = /^bc1[02-9ac-hj-np-z]{11,71}$/;
const ethereum = /^0x[0-9a-f]{40}$/;

/** Addresses of Bitcoin, Ethereum (and chains like it) and Tron, by shape. Base58 is case-sensitive, the other two are lower-cased. */
export const cryptoWallet = defineTarget("crypto_wallet", 300, {
  read(raw) {
    const typed = compact(raw);
    if (bitcoin.test(typed) || tron.test(typed)) return typed;
    const lower = typed.toLowerCase();
    return bitcoinSegwit.test(lower) || ethereum.test(lower) ? lower : { code: "crypto" };
  },
  mask: (value) => maskMiddle(value, 6, 4),
  group: (value) => inGroups(value, 6),
});

/** The chain an address belongs to, from its shape; Tron and Ethereum addresses carry the USDT most scams ask for. */
export function chainOf(value: string): "bitcoin" | "ethereum" | "tron" {
  if (value.startsWith("0x")) return "ethereum";
  return tron.test(value) ? "tron" : "bitcoin";
}
