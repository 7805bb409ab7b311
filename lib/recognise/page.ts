import { type BankName, bankBook } from "./bank-names";
import { type Cue, contextBook, isMeant } from "./context-words";
import { byToken, type Phrase } from "./phrases";
import type { Reading } from "./reading";
import { type Cell, type Sheet, sheetsOf } from "./sheets";
import { type Token, tokensOf } from "./tokens";

/** A bank named in the text. `isTold`: named as what somebody claimed to be, so it says little about an account. */
export interface BankMention extends Phrase<BankName> {
  readonly isTold: boolean;
  /** Said to be a bank ("ngân hàng", "NH") or called by a name that nothing else has. */
  readonly isSure: boolean;
}

/** Everything the recognisers of single kinds look at: the reading, its tokens, and what the words around say. */
export interface Page {
  readonly reading: Reading;
  readonly now: Date;
  readonly tokens: readonly Token[];
  readonly cueOf: readonly (Phrase<Cue> | undefined)[];
  readonly bankOf: readonly (BankMention | undefined)[];
  readonly banks: readonly BankMention[];
  /** Rows of spreadsheets inside the text. */
  readonly sheets: readonly Sheet[];
  readonly cellOf: readonly (Cell | undefined)[];
  /** The statement names an account or a payment somewhere. */
  readonly speaksOfAccounts: boolean;
  /** The token that starts at, or first after, this place. */
  tokenAt(place: number): number;
}

export function pageOf(reading: Reading, now: Date): Page {
  const tokens = tokensOf(reading.text);
  const isWord = ({ first, last }: Phrase<Cue>) => {
    const { text, start, end } = tokens[first]!;
    if (first < last) return isPhraseMeant(reading, tokens, first, last);
    if (nameLike.has(text) && isOfName(reading, tokens, first)) return false;
    return isMeant(text, reading.plain.slice(start, end), reading.isAccented);
  };
  const meant = contextBook.find(tokens).filter(isWord);
  const meantOf = byToken(meant, tokens.length);
  const sheets = sheetsOf(reading.text);
  const cellOf = cellsByToken(tokens, sheets);
  const banks = bankBook
    .find(tokens)
    .map((phrase) => mention(tokens, meantOf, cellOf, phrase))
    .filter((found) => found !== undefined);
  const bankOf = byToken(banks, tokens.length) as (BankMention | undefined)[];
  // "Ngoại thương" promises nothing: words inside a bank's longer name are the name's.
  const cues = meant.filter(({ first, last }) => {
    const bank = bankOf[first];
    return bank === undefined || bank !== bankOf[last] || bank.last - bank.first === last - first;
  });
  const cueOf = byToken(cues, tokens.length);
  return {
    reading,
    now,
    tokens,
    cueOf,
    bankOf,
    banks,
    sheets,
    cellOf,
    speaksOfAccounts: cues.some(({ meaning }) => talk.has(meaning)),
    tokenAt: (place) => firstFrom(tokens, place),
  };
}

/** Words that are also given names: "TRAN DINH KHOA" plans nothing and "LE VAN DONG" pays nothing. */
const nameLike = new Set(
  "dinh dong doi bao tang loi luong thuong von tien hoan gia mat hua muon nho phat sang den du lai".split(
    " ",
  ),
);

/** In capitals after another word in capitals that is no word of money, in a text that is not all capitals. */
function isOfName(reading: Reading, tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  if (before?.kind !== "word" || tokens[at]!.gap !== 1 || holderless.has(before.text)) return false;
  const isShouted = ({ start, end }: Token) => {
    const written = reading.plain.slice(start, end);
    return written === written.toUpperCase() && written !== written.toLowerCase();
  };
  if (!isShouted(before) || !isShouted(tokens[at]!)) return false;
  const [first, last] = [tokens[at - 2], tokens[at + 1]];
  return [first, last].some(
    (token) => token?.kind === "word" && isShouted(token) && !holderless.has(token.text),
  );
}
const holderless = new Set(
  "chuyen khoan so tien stk tk ck gui nap nop den vao cho tai ngan hang yeu cau de nghi dong phi tra thanh toan da hoan lai coc dat bi lua mat tong duoc nhan qua toi sang ve khong chua giao dich".split(
    " ",
  ),
);

/** "Số là 0123…" tells a number, "số lạ" calls one unknown. */
function isPhraseMeant(reading: Reading, tokens: readonly Token[], first: number, last: number): boolean {
  if (
    !reading.isAccented ||
    last !== first + 1 ||
    tokens[first]!.text !== "so" ||
    tokens[last]!.text !== "la"
  )
    return true;
  return reading.plain.slice(tokens[last]!.start, tokens[last]!.end).toLowerCase() !== "là";
}

const talk = new Set<Cue>(["account", "fromAccount", "mineShort", "pay"]);

function cellsByToken(tokens: readonly Token[], sheets: readonly Sheet[]): (Cell | undefined)[] {
  const cells = sheets.flatMap(({ rows }) => rows.flat());
  const owner = new Array<Cell | undefined>(tokens.length).fill(undefined);
  let at = 0;
  for (const [token, { start }] of tokens.entries()) {
    while (at < cells.length && cells[at]!.end <= start) at += 1;
    if (at < cells.length && cells[at]!.start <= start) owner[token] = cells[at];
  }
  return owner;
}

const prefixWords = new Set([
  "tmcp",
  "thuong",
  "mai",
  "co",
  "phan",
  "tnhh",
  "mtv",
  "tm",
  "cp",
  "so",
  "nha",
  "nuoc",
]);

/** Takes "ngân hàng TMCP" into the mention, and drops everyday words that stand without it. */
function mention(
  tokens: readonly Token[],
  cueOf: readonly (Phrase<Cue> | undefined)[],
  cellOf: readonly (Cell | undefined)[],
  phrase: Phrase<BankName>,
): BankMention | undefined {
  let first = phrase.first;
  let at = first - 1;
  while (at >= 0 && first - at < 8 && (prefixWords.has(tokens[at]!.text) || tokens[at]!.text === ":"))
    at -= 1;
  const isCalledBank =
    (tokens[at]?.text === "hang" && tokens[at - 1]?.text === "ngan") ||
    tokens[at]?.text === "nh" ||
    tokens[at]?.text === "bank" ||
    tokens[at]?.text === "tmcp" ||
    (at < first - 1 && tokens[first - 1]?.text === "tmcp");
  if (isCalledBank) first = tokens[at]?.text === "hang" ? at - 1 : Math.max(at, 0);
  const { sureness } = phrase.meaning;
  const isInColumn = /^(?:bank|fromBank)$/.test(cellOf[first]?.holds ?? "");
  if (sureness === "core" && !isCalledBank && !isInColumn && !isAfterAccount(tokens, cueOf, first))
    return undefined;
  // "TP.HCM", "TP Hà Nội": a city, and "tp" beside a bank's number is never followed by a dot and a name.
  const next = tokens[phrase.last + 1];
  if (
    sureness === "short" &&
    tokens[phrase.last]?.text === "tp" &&
    (next?.text === "." || next?.text === "hcm")
  )
    return undefined;
  if (tokens[first]!.kind === "digits" && isInsideNumber(tokens, first)) return undefined;
  let isTold = false;
  for (let back = first - 1; back >= 0 && first - back <= 3; back -= 1)
    if (cueOf[back]?.meaning === "told") isTold = true;
  return { ...phrase, first, isTold, isSure: isCalledBank || isInColumn || sureness === "plain" };
}

/** "stk 0989776655 hàng hải", "vô số 0989… hàng hải": right after a number that the text calls an account, an everyday name is a bank's. */
function isAfterAccount(
  tokens: readonly Token[],
  cueOf: readonly (Phrase<Cue> | undefined)[],
  first: number,
): boolean {
  let at = first - 1;
  if (/^[(,-]$/.test(tokens[at]?.text ?? "")) at -= 1;
  let digits = 0;
  while (at >= 0 && (tokens[at]!.kind === "digits" || (digits > 0 && /^[.-]$/.test(tokens[at]!.text)))) {
    digits += tokens[at]!.kind === "digits" ? tokens[at]!.text.length : 0;
    at -= 1;
  }
  if (digits < 8 || digits > 19) return false;
  for (let back = at; back >= 0 && at - back <= 4 && tokens[back]!.kind !== "break"; back -= 1) {
    const meaning = cueOf[back]?.meaning;
    if (meaning === "account" || meaning === "fromAccount" || meaning === "mineShort" || meaning === "into")
      return true;
    if (meaning === "phone" || meaning === "person" || meaning === "other") return false;
  }
  return false;
}

/** A BIN counts as a bank's name only when it stands alone, not as a group of a longer number or of an address. */
function isInsideNumber(tokens: readonly Token[], at: number): boolean {
  const [before, after] = [tokens[at - 1], tokens[at + 1]];
  const touchesBefore =
    before !== undefined && tokens[at]!.gap === 0 && /^(?:[a-z]+|[.,/=_-])$/.test(before.text);
  const touchesAfter = after !== undefined && after.gap === 0 && /^(?:[a-z]+|[/=_-])$/.test(after.text);
  return touchesBefore || touchesAfter;
}

function firstFrom(tokens: readonly Token[], place: number): number {
  let [low, high] = [0, tokens.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (tokens[middle]!.end <= place) low = middle + 1;
    else high = middle;
  }
  return low;
}
