import { formatDateTime } from "@/lib/i18n/local-time";
import { amountInWords } from "@/lib/money/amount-in-words";
import { vndParts } from "@/lib/money/format-vnd";
import type { DecisionPaper } from "@/lib/restitution/paper-types";
import { authorityLines, authorityOf, officeOf } from "./authority-words";
import { dayWords } from "./date-words";
import { ownName } from "./own-name";
import type { Block, Paper, PaperTable, Signature } from "./paper";
import type { PaperWords } from "./paper-words";

const digits = (amount: string): string => vndParts(BigInt(amount)).digits;

/**
 * The decision to give held money back (Criminal Procedure Code art. 106 § 3), in the layout of a decision of Decree 30/2020/NĐ-CP,
 * Appendix III, form 1.2: who decides, on what grounds, then articles. A holder's extract says that it is one.
 */
export function restitutionPaper(decision: DecisionPaper, words: PaperWords): Paper {
  const { letter: t, letters } = words;
  const say = (key: string, values?: Record<string, string | number>) =>
    letters(`restitution.${key}`, values);
  const signature = signatureOf(decision, words);
  return {
    language: words.language,
    head: {
      state: t("state"),
      motto: t("motto"),
      above: decision.issuer.above,
      organ: ownName(decision.issuer),
      number: decision.documentNumber ? t("number", { number: decision.documentNumber }) : t("numberLater"),
      placeDate: decision.approvedAt
        ? t("placeDate", { place: decision.place, ...dayWords(decision.approvedAt) })
        : t("placeLater", { place: decision.place }),
      subject: null,
      urgency: null,
    },
    title: {
      name: say(decision.isExtract ? "extract" : "title"),
      about: say("about"),
      authority: authorityOf(signature.authority),
    },
    to: null,
    blocks: [
      ...decision.legalBases.map(({ cited }) => text(t("basis", { basis: cited.vi }), true)),
      ...(decision.caseCode ? [text(say("case", { code: decision.caseCode }), true)] : []),
      text(decision.grounds),
      { kind: "heading", text: say("decides") },
      ...articles(decision, words),
    ],
    recipients: {
      title: t("recipients"),
      lines: [
        say("recipientHolders"),
        ...(decision.isExtract ? [] : [say("recipientVictims")]),
        t("recipientFile"),
      ],
    },
    signatures: [signature],
    annexes: decision.annex && {
      title: letters("annexes"),
      lines: [
        letters("annex", {
          number: 1,
          name: decision.annex.name,
          hash: decision.annex.sha256.slice(0, 16),
        }),
      ],
    },
    check: decision.check && {
      ...decision.check,
      hint: letters("check", { page: decision.check.page, code: decision.check.code }),
    },
    mark: decision.contentHash ? say("mark", { hash: decision.contentHash }) : say("markLater"),
    watermark: watermarkOf(decision, letters),
  };
}

const text = (line: string, italic = false): Block => ({ kind: "text", text: line, italic });

function articles(decision: DecisionPaper, words: PaperWords): Block[] {
  const { letters } = words;
  const article = (number: number, key: string, values: Record<string, string | number>): Block => ({
    kind: "text",
    lead: letters("restitution.article", { number }),
    text: letters(`restitution.${key}`, values),
  });
  const holders = [...new Set(decision.shares.map(({ holder }) => holder))].join(", ");
  const people = new Set(decision.shares.map(({ victim, position }) => victim ?? position)).size;
  return [
    article(1, "give", {
      amount: digits(decision.total),
      words: amountInWords(BigInt(decision.total)),
      count: people,
    }),
    { kind: "table", ...shareTable(decision, words) },
    decision.payee === "victim"
      ? article(2, "payVictims", { holders })
      : article(2, "payCustody", { holders, custody: decision.custody ?? "" }),
    article(3, "force", { holders, issuer: decision.issuer.name }),
    ...(decision.issuer.phone ? [text(words.letter("contact", { phone: decision.issuer.phone }))] : []),
  ];
}

function shareTable({ shares, total, payee }: DecisionPaper, { letters }: PaperWords): PaperTable {
  const column = (name: string) => letters(`restitution.columns.${name}`);
  const pays = payee === "victim";
  return {
    caption: letters("restitution.caption"),
    columns: [
      { label: column("position"), align: "center" },
      { label: column("victim"), align: "left", share: 4 },
      { label: column("from"), align: "left", share: 5 },
      ...(pays ? [{ label: column("to"), align: "left" as const, share: 4 }] : []),
      { label: column("amount"), align: "right" },
    ],
    rows: shares.map((share) => [
      { text: String(share.position) },
      { text: share.victim ?? letters("restitution.unnamed", { position: share.position }) },
      {
        text: `${share.holderShort} ${share.account}`,
        notes: share.accountName ? [share.accountName] : [],
      },
      ...(pays ? [{ text: [share.payeeInstitution, share.payeeAccount].filter(Boolean).join(" ") }] : []),
      { text: digits(share.amount) },
    ]),
    total: shares.length > 1 ? { label: letters("restitution.total"), amount: digits(total) } : null,
  };
}

function signatureOf({ signer, approvedAt }: DecisionPaper, { letter: t, signers }: PaperWords): Signature {
  if (!signer || !approvedAt) return { authority: [], slot: t("notSigned"), name: null };
  const legal = signer.capacity ? signers(signer.capacity) : null;
  return {
    authority: authorityLines(officeOf(signer.title, signer.capacity, legal)),
    slot: t("signedAt", { time: formatDateTime(approvedAt) }),
    name: [signer.rank, signer.name].filter(Boolean).join(" "),
  };
}

function watermarkOf({ genuine, isCancelled }: DecisionPaper, letters: PaperWords["letters"]): string | null {
  if (genuine === null) return letters("draftMark");
  if (!genuine) return letters("changedMark");
  return isCancelled ? letters("restitution.cancelledMark") : null;
}
