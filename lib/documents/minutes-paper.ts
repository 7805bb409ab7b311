import { formatDate, formatDateTime } from "@/lib/i18n/local-time";
import { amountInWords } from "@/lib/money/amount-in-words";
import { vndParts } from "@/lib/money/format-vnd";
import type { Minutes } from "@/lib/requests/letters/minutes";
import type { Letter } from "@/lib/requests/letters/types";
import { citedNumber } from "./amendment-lines";
import { dayWords } from "./date-words";
import { lowerFirst } from "./document-names";
import type { Block, Paper, PaperTable } from "./paper";
import type { PaperWords } from "./paper-words";

const digits = (amount: string | bigint | null): string =>
  amount === null ? "" : vndParts(BigInt(amount)).digits;

/**
 * The minutes of execution of a freeze (Criminal Procedure Code art. 129 and 133): the institution that holds, what it held of what and
 * until when, what had gone before. Made from the answer, to be signed by both sides.
 */
export function minutesPaper(letter: Letter, minutes: Minutes, words: PaperWords): Paper {
  const { letter: t, letters, language } = words;
  const { madeAt } = minutes;
  const holder = letter.addressee;
  const held = minutes.items.reduce((sum, item) => sum + BigInt(item.held ?? 0), 0n);
  const sum = { amount: digits(held), words: amountInWords(held) };
  return {
    language,
    head: {
      state: t("state"),
      motto: t("motto"),
      above: null,
      organ: holder,
      number:
        minutes.numbers.length > 0 ? letters("minutes.number", { number: minutes.numbers.join(", ") }) : "",
      // Where both sides sign is written by hand: the portal knows no branch.
      placeDate: t("placeDate", {
        place: "…………",
        ...(madeAt ? dayWords(madeAt) : { day: "…", month: "…", year: "…" }),
      }),
      subject: null,
      urgency: null,
    },
    title: {
      name: letters("minutes.title"),
      about: letters("minutes.about", { document: lowerFirst(letter.documentName[language]) }),
    },
    to: null,
    blocks: [
      text(
        letters("minutes.intro", {
          number: citedNumber(letter.documentNumber ?? "", letter.amended, words),
          date: letter.signedAt ? formatDate(letter.signedAt) : "",
          issuer: letter.issuer.name,
          holder,
        }),
      ),
      { kind: "table", ...resultTable(minutes, held, words) },
      ...(held > 0n ? [text(letters("minutes.inWords", sum))] : []),
      ...movedBlocks(minutes, words),
      ...cashedBlocks(minutes, words),
      text(letters("minutes.copies", { holder })),
      text(letters("minutes.made", { time: madeAt ? formatDateTime(madeAt) : "" })),
    ],
    recipients: null,
    signatures: [
      {
        authority: [letters("minutes.holderSide", { holder })],
        slot: letters("minutes.sign"),
        name: minutes.madeBy,
      },
      { authority: [letters("minutes.policeSide")], slot: letters("minutes.sign"), name: null },
    ],
    annexes: null,
    check: null,
    mark: letters("minutes.mark", { code: letter.code }),
    watermark: null,
  };
}

const text = (line: string): Block => ({ kind: "text", text: line });

function resultTable({ items }: Minutes, held: bigint, { letters, outcomes }: PaperWords): PaperTable {
  const column = (name: string) => letters(`minutes.columns.${name}`);
  return {
    caption: letters("minutes.caption"),
    columns: [
      { label: column("position"), align: "center" },
      { label: column("account"), align: "left", share: 5 },
      { label: column("result"), align: "left", share: 3 },
      { label: column("until"), align: "left", share: 4 },
      { label: column("asked"), align: "right" },
      { label: column("held"), align: "right" },
    ],
    rows: items.map((item) => [
      { text: String(item.position) },
      { text: item.display, notes: item.holderName ? [item.holderName] : [] },
      { text: outcomes(item.outcome) },
      {
        text: item.held === null ? "" : item.until ? formatDateTime(item.until) : letters("minutes.open"),
      },
      { text: digits(item.asked) },
      { text: digits(item.held) },
    ]),
    total: items.length > 1 ? { label: letters("minutes.total"), amount: digits(held) } : null,
  };
}

function movedBlocks({ items }: Minutes, { letters }: PaperWords): Block[] {
  const moved = items.flatMap(({ position, moved: all }) => all.map((one) => ({ position, ...one })));
  if (moved.length === 0) return [];
  const column = (name: string) => letters(`minutes.movedColumns.${name}`);
  return [
    text(letters("minutes.moved")),
    {
      kind: "table",
      caption: letters("minutes.movedCaption"),
      columns: [
        { label: column("from"), align: "left", share: 3 },
        { label: column("at"), align: "left", share: 4 },
        { label: column("to"), align: "left", share: 7 },
        { label: column("amount"), align: "right" },
      ],
      rows: moved.map(({ position, at, to, account, name, amount }) => [
        { text: String(position) },
        { text: formatDateTime(at) },
        { text: [to, account].filter(Boolean).join(" "), notes: name ? [name] : [] },
        { text: digits(amount) },
      ]),
      total: { label: letters("minutes.movedTotal"), amount: digits(sumOf(moved)) },
    },
  ];
}

function cashedBlocks({ items }: Minutes, { letters, answers }: PaperWords): Block[] {
  const cashed = items.flatMap(({ position, cashed: all }) => all.map((one) => ({ position, ...one })));
  if (cashed.length === 0) return [];
  const column = (name: string) => letters(`minutes.cashedColumns.${name}`);
  return [
    text(letters("minutes.cashed")),
    {
      kind: "table",
      caption: letters("minutes.cashedCaption"),
      columns: [
        { label: column("from"), align: "left", share: 3 },
        { label: column("at"), align: "left", share: 4 },
        { label: column("place"), align: "left", share: 7 },
        { label: column("amount"), align: "right" },
      ],
      rows: cashed.map(({ position, at, channel, place, amount }) => [
        { text: String(position) },
        { text: formatDateTime(at) },
        { text: [answers(`channels.${channel}`), place].filter(Boolean).join(", ") },
        { text: digits(amount) },
      ]),
      total: { label: letters("minutes.cashedTotal"), amount: digits(sumOf(cashed)) },
    },
  ];
}

const sumOf = (rows: { amount: string }[]): bigint =>
  rows.reduce((sum, { amount }) => sum + BigInt(amount), 0n);
