import { formatDate, formatDateTime } from "@/lib/i18n/local-time";
import { amountInWords } from "@/lib/money/amount-in-words";
import { vndParts } from "@/lib/money/format-vnd";
import type { Letter } from "@/lib/requests/letters/types";
import { amendmentLines } from "./amendment-lines";
import { factLines } from "./asked-lines";
import { authorityLines, officeOf } from "./authority-words";
import { dayWords } from "./date-words";
import { lowerFirst, namesOf, upperFirst } from "./document-names";
import { ownName } from "./own-name";
import type { Block, Paper, Signature } from "./paper";
import type { PaperWords } from "./paper-words";
import { targetTable } from "./target-table";

/** The order or official letter of a request, in the parts of Decree 30/2020. The same for the screen, the PDF and the DOCX. */
export function letterPaper(letter: Letter, words: PaperWords): Paper {
  const { letter: t, letters, language } = words;
  return {
    language,
    head: headOf(letter, words),
    title: titleOf(letter, language),
    to: t("to", { addressee: letter.addressee }),
    blocks: [
      ...amendmentLines(letter.amended, words).map((line) => text(line, true)),
      ...letter.legalBases.map(({ cited }) => text(t("basis", { basis: cited[language] }), true)),
      ...paragraphs(letter, words).map((line) => text(line)),
      { kind: "table", ...targetTable(letter, words) },
      ...endings(letter, words).map((line) => text(line)),
    ],
    recipients: {
      title: t("recipients"),
      lines: [
        t("recipientAbove"),
        ...(letter.procuracy ? [t("recipientProcuracy", { procuracy: letter.procuracy })] : []),
        t("recipientFile"),
      ],
    },
    signatures: [signatureOf(letter, words)],
    annexes:
      letter.annexes.length === 0
        ? null
        : {
            title: letters("annexes"),
            lines: letter.annexes.map(({ name, sha256 }, index) =>
              letters("annex", { number: index + 1, name, hash: sha256.slice(0, 16) }),
            ),
          },
    check: letter.check && {
      ...letter.check,
      hint: letters("check", { page: letter.check.page, code: letter.check.code }),
    },
    mark: letter.contentHash
      ? t("mark", { code: letter.code, hash: letter.contentHash })
      : t("markLater", { code: letter.code }),
    watermark: watermarkOf(letter, letters),
  };
}

const text = (line: string, italic = false): Block => ({ kind: "text", text: line, italic });

function headOf(letter: Letter, { letter: t, kinds, language }: PaperWords): Paper["head"] {
  const { issuer, signedAt, place } = letter;
  const about = namesOf(letter.documentName.vi).about;
  const subject = (language === "vi" ? about : null) ?? kinds(letter.kindCode);
  return {
    state: t("state"),
    motto: t("motto"),
    above: issuer.above,
    organ: ownName(issuer),
    number: letter.documentNumber ? t("number", { number: letter.documentNumber }) : t("numberLater"),
    placeDate: signedAt ? t("placeDate", { place, ...dayWords(signedAt) }) : t("placeLater", { place }),
    subject: isLetter(letter) ? t("subject", { subject: lowerFirst(subject) }) : null,
    urgency: letter.urgency === "normal" ? null : t(`urgency.${letter.urgency}`),
  };
}

const isLetter = ({ documentType }: Letter): boolean => documentType === "CV";

function titleOf(letter: Letter, language: "vi" | "en"): Paper["title"] {
  if (isLetter(letter)) return null;
  if (language === "en") return { name: letter.documentName.en, about: null };
  const { type, about } = namesOf(letter.documentName.vi);
  return { name: type, about: about && upperFirst(about) };
}

function paragraphs(letter: Letter, words: PaperWords): string[] {
  const { letter: t, letters } = words;
  const parties = { issuer: letter.issuer.name, addressee: letter.addressee };
  return [
    letter.grounds,
    ...(letter.disclosure ? [letter.disclosure] : []),
    ...(letter.parent
      ? [
          t("parent", {
            number: letter.parent.number,
            date: letter.parent.date ? formatDate(letter.parent.date) : "",
          }),
        ]
      : []),
    ...factLines(letter.asked, words),
    isHoldOrder(letter.kindCode)
      ? t(`ask.${letter.kindCode}`, parties)
      : hasOwnAsk(letter.kindCode)
        ? letters(`ask.${letter.kindCode}`, parties)
        : t("ask.other", parties),
  ];
}

function endings(letter: Letter, { letter: t, language }: PaperWords): string[] {
  const total = BigInt(letter.disputedAmount);
  const amount = t("dong", { digits: vndParts(total, language).digits });
  const sum =
    language === "vi" ? t("inWords", { amount, words: amountInWords(total) }) : t("total", { amount });
  return [
    ...(total > 0n ? [sum] : []),
    ...(letter.dueAt ? [t("due", { due: formatDateTime(letter.dueAt) })] : []),
    ...(letter.issuer.phone ? [t("contact", { phone: letter.issuer.phone })] : []),
  ];
}

function signatureOf({ signer, signedAt }: Letter, { letter: t, signers }: PaperWords): Signature {
  if (!signer || !signedAt) return { authority: [], slot: t("notSigned"), name: null };
  const legal = signer.capacity ? signers(signer.capacity) : null;
  return {
    authority: authorityLines(officeOf(signer.title, signer.capacity, legal)),
    slot: t("signedAt", { time: formatDateTime(signedAt) }),
    name: [signer.rank, signer.name].filter(Boolean).join(" "),
  };
}

function watermarkOf(letter: Letter, letters: PaperWords["letters"]): string | null {
  if (letter.genuine === null) return letters("draftMark");
  if (!letter.genuine) return letters("changedMark");
  return letter.isWithdrawn ? letters("withdrawnMark") : null;
}

const holdOrders = [
  "ACCOUNT_SUSPEND",
  "EWALLET_SUSPEND",
  "ACCOUNT_FREEZE",
  "ACCOUNT_UNFREEZE",
  "SUBSCRIBER_INFO",
];
const isHoldOrder = (code: string): boolean => holdOrders.includes(code);
const ownAsks = [
  "HOLD_EXTENSION",
  "TRANSACTION_TRACE",
  "ACCOUNT_INFO",
  "EWALLET_INFO",
  "EVIDENCE_FOOTAGE",
  "VICTIM_ACCOUNT_PROTECTION",
  "CALL_RECORDS",
  "IP_INFO",
  "SIM_BLOCK",
  "CALL_BLOCK",
  "WARNING_MESSAGE",
  "DOMAIN_OWNER",
  "DOMAIN_SUSPEND",
  "ACCESS_BLOCK",
  "PLATFORM_USER_INFO",
  "CONTENT_TAKEDOWN",
  "DATA_PRESERVATION",
  "IDENTITY_RECONCILIATION",
  "ASSISTANCE",
];
const hasOwnAsk = (code: string): boolean => ownAsks.includes(code);
