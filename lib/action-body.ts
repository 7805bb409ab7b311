/** What a form on a page may send at most as parts: a reason, a choice. Files go to their own addresses. */
const ofForm = 64 * 1024;
const mostArgs = 10;
const mostDepth = 64;
const mostValues = 200_000;

/**
 * Why what was sent to a page is not handed to the framework, as an HTTP status: it fails over a body that it cannot decode (500,
 * with a trace in the log), before anybody asked who sent it. Decoding also builds whatever a body refers to; only what this
 * portal's own screens write gets that far.
 */
export async function actionRefusal(request: Request, pathname: string): Promise<400 | 413 | null> {
  if (request.method !== "POST" || pathname.startsWith("/api/")) return null;
  const isCalled = request.headers.has("next-action");
  // Spelled as the framework spells it: what it does not take for parts it reads as one text.
  if (request.headers.get("content-type")?.startsWith("multipart/form-data")) {
    if (Number(request.headers.get("content-length")) > ofForm) return 413;
    const form = await request.formData().catch(() => null);
    return form && isReadableForm([...form], isCalled) ? null : 400;
  }
  if (!isCalled) return null;
  return isReadableCall(await request.text()) ? null : 400;
}

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
  let left = mostValues;
  // A value that is referred to is walked at each place, as whoever reads the arguments will: a circle ends at the depth.
  const isPlain = (value: unknown, depth: number): boolean => {
    if (--left < 0 || depth > mostDepth) return false;
    if (typeof value === "string") {
      if (!value.startsWith("$") || value.startsWith("$$") || isScalar.test(value)) return true;
      const place = /^\$0((?::[^:]+)+)$/.exec(value)?.[1];
      const meant = place && at(args, place.slice(1).split(":"));
      return typeof meant === "object" && isPlain(meant, depth + 1);
    }
    if (typeof value !== "object" || value === null) return true;
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

/**
 * Is this what a form with an action sends: its own fields, and beside them which action, once? A script writes that as
 * `["$K1"]` and the fields as `_1_…`; a browser before the script is there, by a field with the action's name.
 */
export function isReadableForm(fields: readonly [string, unknown][], isCalled: boolean): boolean {
  if (fields.length > 100) return false;
  if (isCalled) {
    const calls = fields.filter(([name]) => name === "0");
    return (
      calls.length === 1 &&
      calls[0]![1] === '["$K1"]' &&
      fields.every(([name, value]) => name === "0" || (name.startsWith("_1_") && typeof value === "string"))
    );
  }
  const named = fields.filter(([name]) => name.startsWith("$ACTION"));
  return named.length === 0 || (named.length === 1 && /^\$ACTION_ID_[0-9a-f]{40,64}$/.test(named[0]![0]));
}
