import type { Entity } from "./entities";
import type { Page } from "./page";

/**
 * Does the statement take this number back? "không phải stk 0123…", "0123… (nhầm)", "không phải số này". A number that is only said
 * to belong to nobody known ("không phải của tôi") is not taken back. "Số này" means the number before it, or else the one after.
 */
export function isNegated(page: Page, entity: Entity): boolean {
  return isDeniedBefore(page, entity.first) || isDeniedAfter(page, entity.last) || isSetRight(page, entity);
}

/** "Nhầm nhé, stk 0345… là của shop uy tín, stk lừa đảo mới là 0346…": a slip told first, and the right number told after. */
function isSetRight(page: Page, { first, last }: Entity): boolean {
  const { tokens, cueOf } = page;
  let slip: number | undefined;
  for (let at = first - 1; at >= 0 && first - at <= 6 && tokens[at]!.kind !== "break"; at -= 1)
    if (cueOf[at]?.meaning === "slip") slip = cueOf[at]!.first;
  if (slip === undefined || numberBefore(page, slip) !== undefined) return false;
  for (let at = last + 1; at < tokens.length && at - last <= 20 && tokens[at]!.kind !== "break"; at += 1) {
    if (tokens[at]!.kind === "digits" && tokens[at]!.text.length >= 4) return false;
    if (tokens[at]!.text === "moi" && cueOf[at]?.meaning === "correction") return true;
    if (tokens[at]!.text === "moi" && tokens[at + 1]?.text === "la") return true;
  }
  return false;
}

function isDeniedBefore(page: Page, first: number): boolean {
  const { tokens, cueOf, bankOf } = page;
  let strange = 0;
  for (let at = first - 1; at >= 0 && first - at <= 9;) {
    const cue = cueOf[at];
    const { kind, text } = tokens[at]!;
    if (text === "thanh" && isMistyped(page, at)) return true;
    if (cue?.meaning === "correction") return false;
    if (cue?.meaning === "not") return tokens[cue.last + 1]?.text !== "cua";
    if (cue?.meaning === "slip") return false;
    if (cue?.meaning === "notThis") return numberBefore(page, cue.first) === undefined;
    if (kind === "digits" && text.length >= 4) return false;
    if ((kind === "break" && text.length > 1) || text === "." || text === ";" || text === ",") return false;
    if (bankOf[at] !== undefined) at = bankOf[at]!.first - 1;
    else if (cue !== undefined) at = cue.first - 1;
    else {
      if (kind === "word") strange += 1;
      if (strange > 2) return false;
      at -= 1;
    }
  }
  return false;
}

/** "nhập sai số TK … thành 0602…": what it became by a slip is nobody's number. */
export function isMistyped({ tokens, cueOf }: Page, at: number): boolean {
  for (let back = at - 1; back >= 0 && at - back <= 20; back -= 1) {
    if (tokens[back]!.kind === "break" || /^[.;]$/.test(tokens[back]!.text)) return false;
    if (cueOf[back]?.meaning === "slip") return true;
    if (cueOf[back]?.meaning === "correction") return false;
  }
  return false;
}

function isDeniedAfter(page: Page, last: number): boolean {
  const { tokens, cueOf, bankOf } = page;
  let strange = 0;
  let lines = 0;
  for (let at = last + 1; at < tokens.length && at - last <= 14; at += 1) {
    const meaning = cueOf[at]?.meaning;
    const { kind, text } = tokens[at]!;
    if (meaning === "notThis" || isUnrelated(page, at)) return true;
    // "…, số đó tôi ghi sai"
    const pointed = tokens[at - 3]?.text === "so" && /^(?:do|nay|kia|tren)$/.test(tokens[at - 2]?.text ?? "");
    if (meaning === "slip" && strange <= (pointed ? 4 : 2) && lines === 0) return true;
    if (meaning === "correction" || meaning === "pay") return false;
    if (kind === "digits" && text.length >= 4) return false;
    if (kind === "break") lines += 1;
    if (lines > 1 || (kind === "break" && text.length > 1)) return false;
    if (bankOf[at] === undefined && kind === "word" && meaning === undefined) strange += 1;
    if (strange > 6) return false;
  }
  return false;
}

/** "0123… là số của em họ tôi, không liên quan." ends the matter; "tôi không liên quan" speaks of a person. */
function isUnrelated({ tokens, cueOf }: Page, at: number): boolean {
  const cue = cueOf[at];
  if (cue?.meaning !== "not" || cue.first !== at || tokens[cue.last]!.text !== "quan") return false;
  const [before, after] = [tokens[at - 1], tokens[cue.last + 1]];
  if (before?.kind === "digits" && /^(?:nhe|nha|nhen|dau|a|ak)$/.test(after?.text ?? "")) return true;
  return (
    before?.kind === "mark" && (after === undefined || after.kind === "break" || /^[.,;)!]$/.test(after.text))
  );
}

function numberBefore({ tokens }: Page, first: number): number | undefined {
  for (let at = first - 1; at >= 0 && first - at <= 12; at -= 1)
    if (tokens[at]!.kind === "digits" && tokens[at]!.text.length >= 4) return at;
  return undefined;
}
