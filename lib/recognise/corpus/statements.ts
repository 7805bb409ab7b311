import { readFileSync } from "node:fs";
import { type FoundKind } from "../types";

/** A made-up statement with everything that is to be found in it. */
export interface Statement {
  readonly id: string;
  readonly style: string;
  readonly text: string;
  readonly gold: readonly Gold[];
  readonly transfers: readonly GoldTransfer[];
}
export interface Gold {
  readonly kind: FoundKind;
  readonly value: string | number;
  readonly bank: string | null;
  readonly start: number;
  readonly end: number;
}
export interface GoldTransfer {
  readonly amount: number;
  readonly toAccount: string;
  readonly toBank: string | null;
  readonly fromAccount?: string;
  /** Marked since batch 7; a statement without it does not say when, or was marked before. */
  readonly time?: string;
}

/** In the order in which they were written. Each was read once before anything was mended after it (docs/recogniser.md). */
export const corpora = [
  "developing",
  "heldout",
  "later",
  "batch5",
  "batch6",
  "batch7",
  "batch8",
  "batch9",
  "batch10",
  "batch11",
  "batch12",
] as const;
export type Corpus = (typeof corpora)[number];

const kinds: Record<string, FoundKind> = {
  acc: "bank_account",
  wal: "e_wallet",
  tel: "phone_number",
  amt: "amount",
  cam: "crypto_amount",
  time: "date_time",
  url: "url",
  dom: "domain",
  soc: "social_account",
  pid: "person_id",
  cry: "crypto_wallet",
  mail: "email",
  ref: "transaction_reference",
  ip: "ip_address",
};
const digitKinds = new Set(["acc", "wal", "tel", "pid"]);
const mark = /\[\[(\w+):((?:(?!\]\]|=>|\|)[\s\S])*)(?:=>((?:(?!\]\]|\|).)*))?(?:\|([a-z0-9-]+))?\]\]/g;
const transfer = /^>> (\d+) to (\w+) (\S+)(?: from (\w+))?(?: at (\S+))?$/;

/**
 * Reads a corpus: `# style` begins a statement, `[[kind:as written=>value|bank]]` marks a find (the value may be left out where it is
 * what is written without blanks and dots), `>> 50000000 to 0123… bank from 0456…` names a transfer, at its end ` at 2026-11-…` when. `\u200b` and
 * `\t` are spelt out.
 */
export function statementsOf(corpus: Corpus): Statement[] {
  return marked(corpus, readFileSync(new URL(`./${corpus}.txt`, import.meta.url), "utf8"));
}

export function marked(corpus: string, source: string): Statement[] {
  return source
    .split(/^(?=# )/m)
    .filter((block) => block.startsWith("# "))
    .map((block, at) => statement(`${corpus}-${at + 1}`, block));
}

function statement(id: string, block: string): Statement {
  const [head = "", ...lines] = block.trimEnd().split("\n");
  const transfers = lines.flatMap((line) => {
    const read = transfer.exec(line);
    if (read === null) return [];
    const [, amount, toAccount = "", toBank, fromAccount, time] = read;
    return [
      {
        amount: Number(amount),
        toAccount,
        toBank: toBank === "-" ? null : (toBank ?? null),
        ...(fromAccount !== undefined && { fromAccount }),
        ...(time !== undefined && { time }),
      },
    ];
  });
  const written = lines
    .filter((line) => !line.startsWith(">>"))
    .join("\n")
    .trim()
    .replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\\t/g, "\t")
    .replace(/\\n/g, "\n");
  let text = "";
  let last = 0;
  const gold: Gold[] = [];
  for (const match of written.matchAll(mark)) {
    const [whole, code = "", surface = "", value, bank] = match;
    const kind = kinds[code];
    if (kind === undefined) throw new Error(`${id}: no kind ${code}`);
    text += written.slice(last, match.index);
    gold.push({
      kind,
      value: valueOf(id, code, surface, value),
      bank: bank ?? null,
      start: text.length,
      end: text.length + surface.length,
    });
    text += surface;
    last = match.index + whole.length;
  }
  text += written.slice(last);
  if (/\[\[\w+:/.test(text)) throw new Error(`${id}: a mark is not closed`);
  return { id, style: head.slice(2).trim(), text, gold, transfers };
}

function valueOf(id: string, code: string, surface: string, value: string | undefined): string | number {
  if (code === "amt") {
    if (value === undefined && !/^[-+]?[\d.,\s]+(?:đ|d|vnd|vnđ|đồng|dong|VND|VNĐ)?$/i.test(surface))
      throw new Error(`${id}: ${surface} needs a value`);
    return Number((value ?? surface).replace(/\D/g, ""));
  }
  if (value !== undefined) return value;
  return digitKinds.has(code) ? surface.replace(/[^0-9A-Za-z]/g, "") : surface;
}
