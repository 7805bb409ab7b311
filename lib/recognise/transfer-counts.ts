import type { Entity } from "./entities";
import type { Page } from "./page";

const spoken = "mot hai ba bon nam sau bay tam chin muoi".split(" ");
const turns = /^(?:lan|dot|lenh|gd)$/;
/** More often nobody says it in one breath; a larger figure is something else. */
const most = 20;

/**
 * How often this amount was paid: "2 lần, mỗi lần 50tr", "ba lần 20tr mỗi lần" tell of several payments with one figure. One where
 * nothing says otherwise.
 */
export function timesOf(page: Page, { first, last }: Entity): number {
  const { tokens } = page;
  const isEach = (at: number) => tokens[at]?.text === "moi" && turns.test(tokens[at + 1]?.text ?? "");
  let head = [1, 2, 3, 4, 5].map((back) => first - back).find(isEach);
  if (head === undefined && isEach(last + 1)) head = first;
  if (head === undefined) return 1;
  for (let at = head - 1; at >= 1 && head - at <= 14; at -= 1) {
    const { kind, text } = tokens[at]!;
    if (kind === "break" || text === ";" || (text === "." && (tokens[at + 1]?.gap ?? 0) > 0)) return 1;
    if (!turns.test(text)) continue;
    const before = tokens[at - 1]!;
    const count = before.kind === "digits" ? Number(before.text) : spoken.indexOf(before.text) + 1;
    if (count >= 2 && count <= most) return count;
  }
  return 1;
}
