import type { Language } from "@/lib/i18n/languages";

/** The parts of `Điều 11 khoản 1 điểm b`, however they were ordered; null for anything that is not one article. */
function partsOf(article: string): { article: string; clause?: string; point?: string } | null {
  const parts = article.trim().split(/[\s,]+(?=(?:điểm|khoản|điều)\s)/iu);
  const find = (name: string) => parts.filter((part) => part.toLocaleLowerCase("vi").startsWith(`${name} `));
  const [articles, clauses, points] = [find("điều"), find("khoản"), find("điểm")];
  const known = articles.length + clauses.length + points.length;
  if (known !== parts.length || articles.length !== 1 || clauses.length > 1 || points.length > 1) return null;
  return { article: articles[0]!.replace(/^điều/iu, "Điều"), clause: clauses[0], point: points[0] };
}

/**
 * As papers cite: in Vietnamese the smallest part first, `điểm b khoản 1 Điều 11`; in English the largest, `Article 11, clause 1, point b`.
 */
export function citedArticle(article: string, language: Language = "vi"): string {
  const parts = partsOf(article);
  const inOrder =
    parts &&
    (language === "vi"
      ? [parts.point, parts.clause, parts.article]
      : [parts.article, parts.clause, parts.point]);
  const cited = inOrder?.filter(Boolean).join(language === "vi" ? " " : ", ") ?? article.trim();
  return language === "vi" ? cited : inEnglish(cited);
}

const inEnglish = (cited: string): string =>
  cited
    .replace(/Điều(?= [\d, ]*\d, \d)/gu, "Articles")
    .replace(/Điều/gu, "Article")
    .replace(/khoản/giu, "clause")
    .replace(/điểm/giu, "point");

const issuedByNumber =
  /^(Nghị định|Thông tư liên tịch|Thông tư|Quyết định|Chỉ thị|Công điện|Nghị quyết|Công văn|Hướng dẫn)\s+(.+)$/u;

/**
 * A provision as a paper names it: `điểm b khoản 1 Điều 11 Nghị định số 52/2024/NĐ-CP về thanh toán không dùng tiền mặt`. Notes in
 * brackets after a title, and the year that its number says, are the register's own.
 */
export function citedProvision(
  { article, number, title }: { article: string | null; number: string | null; title: string },
  language: Language,
): string {
  const cited = article ? citedArticle(article, language) : "";
  const name = title.replace(/\s*\([^)]*\)\s*$/u, "");
  if (language === "en") return [cited, name, number].filter(Boolean).join(", ");
  const [, kind, about] = issuedByNumber.exec(name) ?? [];
  const named = !number
    ? name
    : kind
      ? `${kind} số ${number} ${about}`
      : `${name.replace(/\s+\d{4}$/, "")} số ${number}`;
  return [cited, named].filter(Boolean).join(" ");
}

/** As the register keeps it, one way only, so that two entries of one article are equal: `Điều 11 khoản 1 điểm b`. */
export function keptArticle(typed: string): string {
  const parts = partsOf(typed.normalize("NFC"));
  return parts ? [parts.article, parts.clause, parts.point].filter(Boolean).join(" ") : typed.trim();
}

/** Numbers of the register's documents by their id. */
export type DocumentNumbers = Record<string, string>;

/** `decree-52-2024:Điều 11 khoản 1 điểm b` → `điểm b khoản 1 Điều 11, 52/2024/NĐ-CP`. Text that is no code of the register stays as it is. */
export function citation(code: string, numbers: DocumentNumbers): string {
  const colon = code.indexOf(":");
  const number = numbers[(colon < 0 ? code : code.slice(0, colon)).trim()];
  if (!number) return code.trim();
  return colon < 0 ? number : `${citedArticle(code.slice(colon + 1))}, ${number}`;
}

/** A source as people read it: its codes, parted by semicolons, become citations. */
export const readableSource = (source: string, numbers: DocumentNumbers): string =>
  source
    .split(";")
    .map((part) => citation(part, numbers))
    .join("; ");
