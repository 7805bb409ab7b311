/**
 * A person's seconds by the Keystroke-Level Model: S. K. Card, T. P. Moran, A. Newell, "The keystroke-level model for user
 * performance time with interactive systems", Communications of the ACM 23 (7), 1980, pp. 396-410. An expert is timed who
 * makes no mistake; what the machine takes is measured and added.
 */
export const operators = {
  /** A key of a skilled typist. */
  key: 0.2,
  /** A key on glass, without feeling it: that of an unpractised typist at half the speed. */
  glassKey: 0.4,
  /** Pointing at a place with the mouse, or reaching for it with a thumb. */
  point: 1.1,
  /** A button down and up again. */
  press: 0.2,
  /** The hand from the keyboard to the mouse, or back. */
  home: 0.4,
  /** Making up one's mind: one before each cognitive unit. */
  mind: 1.35,
} as const;

/** Words a minute of silent reading: the careful end of what adults reach (Brysbaert 2019 finds 238 to 260). */
export const wordsPerMinute = 250;

/**
 * What a person did, in order. Presses, keys, pastes, choices, files and turns of the wheel are heard in the page; `mind` and
 * `read` are written down by the job, by these rules:
 *  1. one `mind` before each thing that is decided: a job taken up, a doubtful find, a request or an order to be checked, an
 *     amount, a code to be fetched from the telephone, the last press;
 *  2. no `mind` between the keys of one value, nor between pointing and pressing;
 *  3. what is decided about is `read` first, every word that stands there, at the rate above; a Vietnamese syllable, an
 *     amount and each group of an account's digits count as a word each;
 *  4. what the same person typed a moment ago is not read again: the mind before the last press has it in sight; a whole file
 *     of it is checked by its sums, and line by line only where the portal doubts a line.
 */
export type Deed =
  | { kind: "press"; x: number; y: number; isTouch: boolean }
  | { kind: "key"; isGlass: boolean }
  | { kind: "paste" }
  | { kind: "choice" }
  | { kind: "file" }
  | { kind: "turn" }
  | { kind: "mind"; about: string }
  | { kind: "read"; about: string; words: number };

export type Tally = {
  clicks: number;
  keys: number;
  pastes: number;
  travels: number;
  choices: number;
  files: number;
  turns: number;
  homings: number;
  minds: number;
  words: number;
  /** Of the person alone. */
  seconds: number;
};

/** Pixels: a press no farther from the one before needs no new pointing. */
const sameSpot = 8;

/** Adds up what was done. A choice from a list is two presses by hand (open, choose); clicks count them so. */
export function tallyOf(deeds: readonly Deed[]): Tally {
  const count = (kind: Deed["kind"]) => deeds.filter((deed) => deed.kind === kind).length;
  const presses = deeds.flatMap((deed, index) => (deed.kind === "press" ? [{ ...deed, index }] : []));
  const travels = presses.filter(({ x, y, index }, place) => {
    const before = presses[place - 1];
    const isFirstSince =
      !before || deeds.slice(before.index, index).some(({ kind }) => kind === "choice" || kind === "turn");
    return isFirstSince || Math.hypot(x - before.x, y - before.y) > sameSpot;
  }).length;
  const words = deeds.reduce((sum, deed) => sum + (deed.kind === "read" ? deed.words : 0), 0);
  const keys = deeds.filter(({ kind }) => kind === "key");
  const glass = keys.filter((deed) => deed.kind === "key" && deed.isGlass).length;
  const [choices, files, pastes, turns, minds] = [
    count("choice"),
    count("file"),
    count("paste"),
    count("turn"),
    count("mind"),
  ];
  const homings = homingsOf(deeds);
  const { key, glassKey, point, press, home, mind } = operators;
  return {
    clicks: presses.length + 2 * choices,
    keys: keys.length,
    pastes,
    travels,
    choices,
    files,
    turns,
    homings,
    minds,
    words,
    seconds:
      (keys.length - glass) * key +
      glass * glassKey +
      pastes * 2 * key +
      presses.length * press +
      travels * point +
      choices * 2 * (point + press) +
      // Outside the page: which file it is, and two presses on it.
      files * (mind + point + 2 * press) +
      // One screen further on: a stroke of the wheel or of the thumb, as long as pointing.
      turns * point +
      homings * home +
      minds * mind +
      (words / wordsPerMinute) * 60,
  };
}

/** The hands begin on the keyboard; on glass they stay where they are. */
function homingsOf(deeds: readonly Deed[]): number {
  let place: "keys" | "mouse" = "keys";
  let homings = 0;
  for (const deed of deeds) {
    const next: "keys" | "mouse" =
      (deed.kind === "key" && !deed.isGlass) || deed.kind === "paste"
        ? "keys"
        : (deed.kind === "press" && !deed.isTouch) || deed.kind === "choice" || deed.kind === "file"
          ? "mouse"
          : place;
    if (next !== place) homings += 1;
    place = next;
  }
  return homings;
}
