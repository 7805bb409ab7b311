import type { Language } from "@/lib/i18n/languages";
import { type AboutLimit, endWords, kindWords, mailWords, whatWords } from "./words";

/** What a mail may know: kinds, record codes, links, which limit and its end. Whoever adds a field here answers for mails without personal data. */
export type Notified = { kind: string; code: string | null; href: string } & AboutLimit;
export type Letter = { subject: string; text: string; html: string };

/** Of one kind so many are named; the portal shows the rest. */
const mostNamed = 5;

/** One urgent notification. `origin` is the portal's own address. */
export function oneLetter(
  language: Language,
  notified: Notified,
  origin: string,
  preferences: string,
): Letter {
  const say = mailWords(language);
  const { kind, code, limit } = notified;
  const what = whatWords(say, kind, limit);
  const subject = code ? say("subject", { what, code }) : what;
  return whole(
    say,
    subject,
    [{ what: say("urgent"), links: [linkTo(say, notified, origin)] }],
    origin + preferences,
  );
}

/** What gathered since the last one: each kind with its number and links. */
export function digestLetter(
  language: Language,
  all: readonly Notified[],
  origin: string,
  preferences: string,
): Letter {
  const say = mailWords(language);
  const kinds = [...new Set(all.map(({ kind }) => kind))];
  const parts = kinds.map((kind) => {
    const mine = all.filter((one) => one.kind === kind);
    return {
      what: say("counted", { what: kindWords(say, kind), count: mine.length }),
      links: mine.slice(0, mostNamed).map((one) => linkTo(say, one, origin)),
    };
  });
  return whole(say, say("digest", { count: all.length }), parts, origin + preferences);
}

type Part = { what: string; links: { words: string; url: string }[] };

/** A record by its code, and of a time limit which one and when it ends. */
function linkTo(say: ReturnType<typeof mailWords>, notified: Notified, origin: string) {
  const name = notified.code ?? say("open");
  const end = endWords(say, notified);
  return { words: end ? say("named", { code: name, end }) : name, url: origin + notified.href };
}

function whole(
  say: ReturnType<typeof mailWords>,
  subject: string,
  parts: Part[],
  preferences: string,
): Letter {
  const foot = [say("automatic"), say("preferences")];
  const text = [
    subject,
    "",
    ...parts.flatMap(({ what, links }) => [what, ...links.map(({ words, url }) => `  ${words}: ${url}`), ""]),
    foot[0],
    `${foot[1]} ${preferences}`,
    "",
  ].join("\n");
  const list = parts
    .map(
      ({ what, links }) =>
        `<p style="margin:16px 0 4px;font-weight:600">${escaped(what)}</p>` +
        links.map(({ words, url }) => `<p style="margin:4px 0">${link(words, url)}</p>`).join(""),
    )
    .join("");
  const html = `<!doctype html><html lang="${say("language")}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="margin:0;background:#f4f6f8;color:#16202c;font:15px/1.5 system-ui,sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px 16px"><p style="margin:0 0 8px;color:#5b6875">${escaped(say("brand"))}</p>
<div style="background:#fff;border:1px solid #d9e0e7;border-radius:8px;padding:20px"><h1 style="margin:0;font-size:18px">${escaped(subject)}</h1>${list}</div>
<p style="margin:16px 0 0;color:#5b6875;font-size:13px">${escaped(foot[0]!)}<br>${link(foot[1]!, preferences)}</p></div></body></html>`;
  return { subject: say("tagged", { subject }), text, html };
}

const link = (words: string, url: string) =>
  `<a href="${escaped(url)}" style="color:#0b5cad">${escaped(words)}</a>`;

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};
const escaped = (words: string) => words.replace(/[&<>"']/g, (one) => entities[one]!);
