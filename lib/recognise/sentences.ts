import type { Page } from "./page";

/** "3tr; 6tr; 12tr → STK …": figures that a semicolon lists are told in one breath. */
const isList = (tokens: Page["tokens"], at: number) =>
  tokens[at + 1]?.kind === "digits" &&
  /^(?:tr|trieu|ty|k|cu|nghin|d|vnd|dong)$/.test(tokens[at - 1]?.text ?? "") &&
  /^(?:tr|trieu|ty|k|cu|nghin|[.,])$/.test(tokens[at + 2]?.text ?? "");

/** Number of the sentence or line of each token. Dots inside figures and after short words ("TP.", "stk.") end none. */
export function sentencesOf({ tokens, cueOf, cellOf }: Page): number[] {
  let sentence = 0;
  return tokens.map((token, at) => {
    const current = sentence;
    const next = tokens[at + 1];
    const before = tokens[at - 1];
    const isStop =
      token.text === "." &&
      (next?.gap ?? 0) > 0 &&
      cueOf[at - 1]?.meaning !== "account" &&
      !(before?.kind === "word" && before.text.length === 1 && before.gap > 0); // "Nguyễn T. B."
    const isRow = cellOf[at - 1] !== undefined || cellOf[at + 1] !== undefined;
    if (
      token.kind === "break" ||
      isStop ||
      /^[!?]$/.test(token.text) ||
      (token.text === ";" && !isRow && !isList(tokens, at))
    )
      sentence += 1;
    return current;
  });
}
