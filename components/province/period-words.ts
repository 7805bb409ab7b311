import type { Period } from "@/lib/figures/period";

/** `20/11/2026` of a day written yyyy-MM-dd; what is no such day stays as it was typed. */
export const formatDay = (day: string) =>
  /^\d{4}-\d{2}-\d{2}$/.test(day) ? day.split("-").reverse().join("/") : day;
/** `16/11 – 20/11/2026`, or one day. */
export const rangeWords = ({ from, to }: { from: string; to: string }) =>
  from === to
    ? formatDay(to)
    : `${formatDay(from).slice(0, from.slice(0, 4) === to.slice(0, 4) ? 5 : 10)} – ${formatDay(to)}`;
/** The period as a query, empty for the usual one. */
export const searchOf = ({ name, from, to }: Period) =>
  name === "week" ? "" : name === "custom" ? `?period=custom&from=${from}&to=${to}` : `?period=${name}`;
