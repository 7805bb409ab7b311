import { z } from "zod";

/** Targets of a request that its page shows at once: a request may have 500, and nobody reads more at a time. */
export const itemsAtOnce = 50;

/** A part of a request's targets as its address names it: the first is 1; `all` is for printing and for searching in the page. */
export type ItemPage = number | "all";
/** The positions shown (from 1, both included) of `count`. */
export type ItemSpan = { page: ItemPage; pages: number; first: number; last: number; count: number };
/** The addresses of the other parts; null where there is none. */
export type ItemPagerLinks = ItemSpan & { previous: string | null; next: string | null; all: string | null };

/** What the address says; anything else is as if nothing had been asked for. */
export const itemPage = z
  .preprocess(
    (value) => (Array.isArray(value) ? value[0] : value),
    z.union([
      z.literal("all"),
      z
        .string()
        .regex(/^[1-9]\d{0,3}$/)
        .transform(Number),
    ]),
  )
  .optional()
  .catch(undefined);

/** The part that was asked for, at most the last one; without a wish the part in which position `start` lies. */
export function itemSpan(count: number, asked: ItemPage | undefined, start = 1): ItemSpan {
  const pages = Math.max(1, Math.ceil(count / itemsAtOnce));
  if (asked === "all" || pages === 1) return { page: "all", pages, first: 1, last: count, count };
  const page = Math.min(pages, asked ?? Math.ceil(start / itemsAtOnce));
  return {
    page,
    pages,
    first: (page - 1) * itemsAtOnce + 1,
    last: Math.min(count, page * itemsAtOnce),
    count,
  };
}

/** The ways from one part to the others; `addressOf` writes the address of a part. Null for a request that needs no parts. */
export function itemPagerLinks(span: ItemSpan, addressOf: (page: ItemPage) => string): ItemPagerLinks | null {
  if (span.pages === 1) return null;
  const { page, pages } = span;
  return {
    ...span,
    previous: page === "all" ? addressOf(1) : page > 1 ? addressOf(page - 1) : null,
    next: page !== "all" && page < pages ? addressOf(page + 1) : null,
    all: page === "all" ? null : addressOf("all"),
  };
}
