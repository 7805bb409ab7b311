const mostArgs = 10;
const mostDepth = 64;
const mostValues = 200_000;
/** Letters of all texts together, counted at every place they are read from: less than what React's own reader stops at (1,000,000). */
const mostLetters = 900_000;

/**
 * Is this what a script writes to call an action: a list of few arguments, made of plain values? `$` leads what JSON has no word
 * for; of that only undefined, numbers, times and a value that stood in the same text before.
 */
export function isReadableCall(text: string): boolean {
  let args: unknown;
  try {
    args = JSON.parse(text);
  } catch {
    return false;
  }
  if (!Array.isArray(args) || args.length > mostArgs) return false;
  let values = mostValues;
  let letters = mostLetters;
  // A value that is referred to is walked at each place, as whoever reads the arguments will: a circle ends at the depth.
  const isPlain = (value: unknown, depth: number): boolean => {
    if (--values < 0 || depth > mostDepth) return false;
    if (typeof value === "string") {
      letters -= value.length;
      if (letters < 0) return false;
      if (!value.startsWith("$") || value.startsWith("$$")) return true;
      if (isScalar.test(value)) return true;
      const place = /^\$0((?::[^:]+)+)$/.exec(value)?.[1];
      const meant = place && at(args, place.slice(1).split(":"));
      return typeof meant === "object" && isPlain(meant, depth + 1);
    }
    if (typeof value !== "object" || value === null) return true;
    // React takes it away, and with it what others refer to.
    if (Object.hasOwn(value, "__proto__")) return false;
    return Object.values(value).every((each) => isPlain(each, depth + 1));
  };
  return isPlain(args, 0);
}

const isScalar = /^\$(undefined|NaN|-?Infinity|-0|n-?\d{1,40}|D[-+.:\dTZ]{0,40})$/;

/** The object at this place of the text itself, or undefined; never anything an object has from elsewhere. */
function at(from: unknown, keys: readonly string[]): object | undefined {
  let value = from;
  for (const key of keys) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, key)) return undefined;
    value = (value as Record<string, unknown>)[key];
  }
  return typeof value === "object" && value !== null ? value : undefined;
}
