import type { Page } from "./page";

/** A word after a figure of money. `name` is how `parseAmount` spells it; `per` is its size in VND. */
export interface AmountUnit {
  readonly name: string;
  readonly per: number;
  /** Everyday words that are money only beside payments: "lít", "chai", "m". */
  readonly isSlang: boolean;
}

const unit = (name: string, per: number, isSlang = false): AmountUnit => ({ name, per, isSlang });
const million = unit("trieu", 1_000_000);
const thousand = unit("nghin", 1_000);
const billion = unit("ty", 1_000_000_000);

/** Slang of statements: củ, chai and trẹo are a million, lít and xị a hundred thousand, tỏi a billion. */
const units: Record<string, AmountUnit> = {
  ty: billion,
  ti: billion,
  toi: unit("ty", 1_000_000_000, true),
  trieu: million,
  tr: million,
  triu: million,
  trieeu: million,
  chieu: unit("trieu", 1_000_000, true),
  cu: unit("trieu", 1_000_000, true),
  chai: unit("trieu", 1_000_000, true),
  treo: unit("trieu", 1_000_000, true),
  m: unit("trieu", 1_000_000, true),
  mil: unit("trieu", 1_000_000, true),
  million: unit("trieu", 1_000_000, true),
  billion: unit("ty", 1_000_000_000, true),
  bn: unit("ty", 1_000_000_000, true),
  mio: unit("trieu", 1_000_000, true),
  thousand: unit("nghin", 1_000, true),
  nghin: thousand,
  ngan: thousand,
  ngin: thousand,
  nghan: thousand,
  k: thousand,
  ka: unit("nghin", 1_000, true),
  lit: unit("tram nghin", 100_000, true),
  xi: unit("tram nghin", 100_000, true),
  loet: unit("tram nghin", 100_000, true),
};

/** Accented forms of the slang: in an accented text "tôi" is no "tỏi" and "cũ" no "củ". */
const spelt: Record<string, readonly string[]> = {
  toi: ["tỏi"],
  cu: ["củ", "cu"],
  lit: ["lít", "lit"],
  xi: ["xị", "xi"],
  chai: ["chai"],
  treo: ["trẹo"],
  ti: ["tỉ", "tỷ", "ti"],
  ty: ["tỷ", "tỉ", "ty", "tỵ", "tý", "tỹ"],
  ngan: ["ngàn", "ngan"],
  chieu: [],
  ka: ["ka"],
  m: ["m", "M"],
};

/** Things that are counted or poured: "5 lít xăng", "một triệu người", "10k follow". */
const counted = new Set(
  "nguoi luot don follow follows followers fl sub subs like likes view views xang nuoc sua bia ruou khoai buoc km m2 usd usdt euro won baht ndt te yen riel gb mb kg".split(
    " ",
  ),
);
const countedPairs = new Set([
  "thanh vien",
  "san pham",
  "co phieu",
  "tai khoan",
  "dong bao",
  "hoc sinh",
  "nhan dan",
  "do la",
  "hoi vien",
  "luot xem",
  "khach hang",
  "nan nhan",
  "bi hai",
  "don hang",
  "dau an",
  "dau nhot",
  "cu khoai",
]);

/** "… 7890 123 k biết bank gì": a k that says no to the verb after it. */
export const saysNo =
  /^(?:biet|bt|co|phai|dc|duoc|thay|hieu|nho|can|rep|tra|cho|bao|lien|nghe|goi|ship|giao|lam|chiu|con)$/;

export function unitAt(page: Page, at: number): AmountUnit | undefined {
  const token = page.tokens[at];
  if (token?.kind !== "word" || !Object.hasOwn(units, token.text)) return undefined;
  const written = page.reading.plain.slice(token.start, token.end);
  const forms = spelt[token.text];
  const isAsWritten = forms === undefined || forms.includes(written) || forms.includes(written.toLowerCase());
  if (!isAsWritten && !(token.text === written.toLowerCase() && !page.reading.isAccented)) return undefined;
  if (token.text === "ngan" && page.tokens[at + 1]?.text === "hang") return undefined;
  if (token.text === "toi" && written.toLowerCase() !== "tỏi") return undefined;
  if (token.text === "m" && token.gap > 0) return undefined; // "cách chừng 500 m"
  if (token.text === "k" && token.gap > 0 && saysNo.test(page.tokens[at + 1]?.text ?? "")) return undefined;

  return units[token.text];
}

/** Does what follows the unit say that something else than money is counted? */
export function isCounted({ tokens }: Page, after: number): boolean {
  const [one, two] = [tokens[after]?.text ?? "", tokens[after + 1]?.text ?? ""];
  return counted.has(one) || countedPairs.has(`${one} ${two}`);
}

export const isCurrency = (text: string): boolean => /^(?:d|vnd|dong|₫|vn₫|vnđ|dvn|vnd\.)$/.test(text);
/** Foreign money and measures: such a figure is no VND. */
export const isForeign = (text: string): boolean =>
  /^(?:usd|usdt|\$|€|£|¥|eur|euro|won|baht|krw|jpy|cny|ndt|te|riel|%|btc|eth|usdc|trx|bnb|busd|aud|sgd|usdtrc|gbp|hkd|twd|kip|myr|php|do|u)$/.test(
    text,
  );
