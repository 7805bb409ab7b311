import type { Entity } from "./entities";
import type { Page } from "./page";
import type { Amount, Story } from "./story";

/**
 * When an amount moved: the time beside it, else the last one told within a few sentences. A time of day takes the day that the text
 * gave last, "9h sáng nay" and "tối qua lúc 9h" the day of the report or the one before (`+0T09:00`, `-1T21:00`); nothing is taken
 * from a clock.
 */
export function completed(story: Story, amount: Amount, target: Entity): string | undefined {
  const { page, times, targets } = story;
  const { entity, sentence } = amount;
  const isOfPayment = (time: Entity) => !isOfSomethingElse(page, time);
  const inside = around(story, amount).filter(isOfPayment);
  const [before, after] = [
    inside.findLast(({ end }) => end <= entity.start),
    inside.find(({ start }) => start >= entity.end),
  ];
  const said = inside.filter((time) => isSaidOfPayment(page, time));
  const beside =
    said.length === 1 && story.payable.get(sentence)?.length === 1
      ? said[0]
      : (ownAfter(story, amount, inside) ?? before ?? after);
  const earlier = times.lastBefore(entity.start, 4).find(isOfPayment);
  const isNear = earlier !== undefined && sentence - times.sentenceOf(earlier) <= 3;
  const there =
    targets.sentenceOf(target) === sentence
      ? undefined
      : times.in(targets.sentenceOf(target)).find(isOfPayment);
  const next = saidNext(story, amount);
  const time = beside ?? there ?? next ?? (isNear ? earlier : undefined) ?? labelled(story, amount);
  if (time === undefined) return undefined;
  const value = String(time.value);
  if (isClock(value)) {
    const days = times.lastBefore(entity.end, 12).filter((other) => other !== time && isOfPayment(other));
    return withDay(
      value,
      [time, ...days].map((other) => relativeDay(page, other) ?? String(other.value)),
    );
  }
  // "Ngày 17/11 nó đòi 2tr3. Tôi đã chuyển vào 0981… lúc 10h35.": the hour stands with the account.
  const hour = there !== undefined && targets.sentenceOf(target) > sentence ? there : undefined;
  const clock = isDay(value)
    ? [...inside, ...(hour === undefined ? [] : [hour])].find((other) => isClock(String(other.value)))
    : undefined;
  return clock === undefined ? value : withDay(String(clock.value), [value]);
}

/** The times of the amount's sentence; of one that has very many, those near it, so that no text takes longer than its length. */
function around({ times }: Story, { entity, sentence }: Amount): readonly Entity[] {
  const all = times.in(sentence);
  if (all.length <= most) return all;
  const after = times.after(entity.end);
  const near = [...times.lastBefore(entity.start, most).reverse(), ...(after === undefined ? [] : [after])];
  return near.filter((time) => times.sentenceOf(time) === sentence);
}
const most = 24;

/**
 * "150tr lúc 10h12, 95tr lúc 10h50", "5tr cho 0123… lúc 8h15, 7tr cho 1904… lúc 8h40": where every amount of a sentence is followed
 * by a time of its own and none goes before the first, each has its own.
 */
function ownAfter(
  { payable }: Story,
  { entity, sentence }: Amount,
  inside: readonly Entity[],
): Entity | undefined {
  const told = payable.get(sentence) ?? [];
  const peers = told.length > most ? [] : told.filter(({ role }) => role !== "total");
  const clocks = inside.filter(({ value }) => /\d{2}:\d{2}/.test(String(value)));
  const moments = clocks.length >= peers.length ? clocks : inside;
  if (
    peers.length < 2 ||
    peers.length > most ||
    moments.length < peers.length ||
    moments[0]!.start < peers[0]!.entity.start
  )
    return undefined;
  const own = peers.map((peer, at) =>
    moments.find(
      ({ start }) =>
        start >= peer.entity.end && start < (peers[at + 1]?.entity.start ?? Number.POSITIVE_INFINITY),
    ),
  );
  if (own.includes(undefined)) return undefined;
  return own[peers.findIndex((peer) => peer.entity === entity)];
}

/** "…, cọc 3tr6, ck qua 0336…. Em ck lúc 21:47 hôm 14/11.": told in the sentence after, which has no money of its own. */
function saidNext({ page, times, payable }: Story, { sentence }: Amount): Entity | undefined {
  if ((payable.get(sentence)?.length ?? 0) > 1) return undefined;
  for (const next of [sentence + 1, sentence + 2]) {
    if (payable.has(next)) return undefined;
    const time = times.in(next).find((one) => isSaidOfPayment(page, one));
    if (time !== undefined) return time;
  }
  return undefined;
}

/** "… - ck lúc 07:20": the hour that the text gives for the payment, whatever other hours it has. */
function isSaidOfPayment({ tokens, cueOf }: Page, { first }: Entity): boolean {
  let isLed = false;
  for (let at = first - 1; at >= 0 && first - at <= 5; at -= 1) {
    if (cueOf[at]?.meaning === "pay") return isLed;
    if (/^(?:luc|hoi|khoang|tam|vao|ngay)$/.test(tokens[at]!.text)) isLed = true;
    else return false;
  }
  return false;
}

const elsewhere = /^(?:sinh|cap|born|dob|sn|truoc|han|mo)$/;

/** A birthday, the day of an identity card, a deadline: no payment was made then. */
function isOfSomethingElse({ tokens }: Page, { first }: Entity): boolean {
  for (let at = first - 1; at >= 0 && first - at <= 3; at -= 1) {
    if (elsewhere.test(tokens[at]!.text))
      return !(tokens[at]!.text === "truoc" && tokens[at - 1]?.text === "ngay");
    if (!/^(?:ngay|nam|:|luc|vao)$/.test(tokens[at]!.text)) return false;
  }
  return false;
}

/** Receipts give the time on a line of its own, or below with its name: "Thời gian: …". Only where the text has one payment and one time. */
function labelled({ page, times, payable }: Story, { sentence }: Amount): Entity | undefined {
  if (times.all.length > 6) return undefined;
  const [time, other] = times.all.filter((one) => !isOfSomethingElse(page, one));
  if (time === undefined || other !== undefined || payable.size > 1) return undefined;
  if (Math.abs(times.sentenceOf(time) - sentence) > 8) return undefined;
  const [head, tail] = [page.tokens[time.first - 1], page.tokens[time.last + 1]];
  if ((head === undefined || head.kind === "break") && (tail === undefined || tail.kind === "break"))
    return time;
  for (let at = time.first - 1; at >= 0 && time.first - at <= 5; at -= 1)
    if (/^(?:ngay|gian|gio|time|date|luc|g|tg|dich)$/.test(page.tokens[at]!.text)) return time;
  return undefined;
}

const isClock = (value: string) => /^\d{2}:/.test(value);
const isDay = (value: string) => /^(?:\d{4}|-)-\d{2}-\d{2}$/.test(value);

/** `days` come nearest first. */
function withDay(clock: string, days: readonly string[]): string {
  const day = days.find((other) => /^(?:\d{4}|-)-\d{2}-\d{2}|^[+-]\d$/.test(other))?.replace(/T.*/, "");
  if (day === undefined) return clock;
  if (/^[+-]\d$/.test(day)) return `${day}T${clock.slice(0, 5)}`;
  if (day.startsWith("--")) return `${day}T${clock}`;
  return `${day}T${clock.length === 5 ? `${clock}:00` : clock}+07:00`;
}

const partsOfDay = /^(?:sang|trua|chieu|toi|dem|khuya|hom)$/;

/** "9h sáng nay", "hôm qua lúc 9h", "sáng nay khoảng 9h": `+0`, `-1`, counted from the day of the report; nothing beside a day itself. */
function relativeDay(page: Page, { value, first, last }: Entity): string | undefined {
  if (!isClock(String(value))) return undefined;
  const { tokens, reading } = page;
  const said = (at: number): string | undefined => {
    const [part, day] = [tokens[at], tokens[at + 1]];
    if (part === undefined || day === undefined || !partsOfDay.test(part.text) || day.gap === 0)
      return undefined;
    if (day.text === "nay") return "+0";
    // "tối qua", and neither "quá" nor "9h tối qua MB".
    const isLast = day.text === "qua" && /^qua$/i.test(reading.plain.slice(day.start, day.end));
    const isWay = page.bankOf[at + 2] !== undefined || page.cueOf[at + 2]?.meaning === "account";
    return isLast && !isWay && tokens[at + 2]?.kind !== "digits"
      ? "-1"
      : isLast && at < first
        ? "-1"
        : undefined;
  };
  for (let at = last; at <= last + 2; at += 1) {
    const after = said(at);
    if (after !== undefined) return after;
    if (at > last && tokens[at]?.kind !== "word") break;
  }
  for (let at = first - 2; at >= 0 && first - at <= 6; at -= 1) {
    if (tokens[at]!.kind === "break" || /^[.;!?]$/.test(tokens[at]!.text)) return undefined;
    const before = said(at);
    if (before !== undefined) return before;
  }
  return undefined;
}
