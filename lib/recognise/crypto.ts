import { cryptoWallet } from "@/lib/targets/kinds/crypto-wallet";
import type { Candidate } from "./candidates";
import type { Page } from "./page";
import type { FoundFlag } from "./types";

const address =
  /(?<![A-Za-z0-9])(?:0x[0-9a-fA-F]{38,44}|bc1[0-9a-zA-Z]{11,71}|T[0-9A-Za-z]{31,35}|[13][0-9A-Za-z]{25,34})(?![A-Za-z0-9])/g;
const talk =
  /\b(?:usdt|btc|eth|trc|erc|bep|tron|bitcoin|crypto|tien ao|tien so|binance|okx|bybit|remitano|onus|trust|metamask|coin|vi|wallet|usdc|bnb)/;

/**
 * Addresses of Bitcoin, Ethereum and Tron by their shape. One that cannot exist (a letter that base58 leaves out, a character too
 * many) is still shown where crypto money is spoken of: it was mistyped, and somebody has to look.
 */
export function cryptoWallets(page: Page): Candidate[] {
  const { plain, text } = page.reading;
  return [...plain.matchAll(address)].flatMap(({ 0: written, index }): Candidate[] => {
    const isMixed = /\d/.test(written) && /[a-z]/i.test(written.slice(1));
    if (!isMixed || (/^[13]/.test(written) && !/[A-Z]/.test(written))) return [];
    const read = cryptoWallet.normalise(written);
    const flags: FoundFlag[] = read.ok ? [] : ["unchecked"];
    if (!read.ok && !talk.test(text.slice(Math.max(0, index - 80), index + written.length + 40))) return [];
    const value = read.ok ? read.value : written.startsWith("0x") ? written.toLowerCase() : written;
    return [
      {
        kind: "crypto_wallet",
        value,
        bank: null,
        start: index,
        end: index + written.length,
        score: 6,
        flags,
      },
    ];
  });
}

const coins: Record<string, string> = {
  usdt: "USDT",
  btc: "BTC",
  bitcoin: "BTC",
  eth: "ETH",
  ethereum: "ETH",
  usdc: "USDC",
  bnb: "BNB",
  trx: "TRX",
  busd: "BUSD",
  tether: "USDT",
  u: "USDT",
  pi: "PI",
  sol: "SOL",
  xrp: "XRP",
  doge: "DOGE",
  ton: "TON",
  ltc: "LTC",
};

/** `1500 USDT`: the figure without groups, a decimal point, and the coin's usual code. "k" is a thousand; "u" is USDT where that is spoken of. */
export function cryptoAmounts(page: Page): Candidate[] {
  const { text } = page.reading;
  const speaks = talk.test(text);
  const after =
    /(?<![\d.,a-z])(\d{1,12}(?:[.,]\d{1,18}){0,4}) ?(k|nghin|ngan|tr|trieu)? ?(usdt|btc|bitcoin|eth|ethereum|usdc|bnb|trx|busd|tether|u|pi|sol|xrp|doge|ton|ltc)(?![a-z0-9])/g;
  const before =
    /(?<![a-z])(usdt|btc|eth|usdc|bnb|trx)[ :]{1,2}(\d{1,12}(?:[.,]\d{1,18}){0,4})(?![\d.,]*[a-z\d])/g;
  const found: Candidate[] = [];
  const add = (index: number, length: number, figure: string, factor: string | undefined, coin: string) => {
    if (/^(?:u|pi|sol|ton)$/.test(coin) && !speaks) return;
    const value = plainFigure(figure, factor);
    if (value !== undefined)
      found.push({
        kind: "crypto_amount",
        value: `${value} ${coins[coin]}`,
        bank: null,
        start: index,
        end: index + length,
        score: coin === "u" ? 3 : 6,
        flags: [],
      });
  };
  for (const { 0: whole, 1: figure, 2: factor, 3: coin, index } of text.matchAll(after))
    add(index, whole.length, figure!, factor, coin!);
  for (const { 0: whole, 1: coin, 2: figure, index } of text.matchAll(before))
    add(index, whole.length, figure!, undefined, coin!);
  return found;
}

/** "1.500" and "1,500" are groups of a coin's thousands; "0,5" and "1500.25" decimals. */
function plainFigure(figure: string, factor: string | undefined): string | undefined {
  const grouped = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*$/.test(figure);
  const mixed = /^([1-9]\d{0,2}(?:([.,])\d{3})+)([.,])(\d{1,18})$/.exec(figure);
  let plain: string;
  if (grouped) plain = figure.replace(/[.,]/g, "");
  else if (mixed && mixed[2] !== mixed[3]) plain = `${mixed[1]!.replace(/[.,]/g, "")}.${mixed[4]!}`;
  else if (/^\d+(?:[.,]\d+)?$/.test(figure)) plain = figure.replace(",", ".");
  else return undefined;
  if (plain.includes(".")) plain = plain.replace(/0+$/, "").replace(/\.$/, "");
  if (factor === undefined) return plain;
  const value = Number(plain) * (/^tr/.test(factor) ? 1_000_000 : 1_000);
  return Number.isSafeInteger(value) ? String(value) : undefined;
}
