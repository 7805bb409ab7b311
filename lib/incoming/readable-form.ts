const mostFields = 100;

/**
 * Is this what a script writes to call an action with a form: which action, once, as `["$K1"]`, and the form's fields as `_1_…`? Read
 * letter by letter as browsers write it, because two readers of parts understand anything else in two ways.
 */
export function isReadableFormCall(contentType: string, text: string): boolean {
  const border = /^multipart\/form-data; boundary=([-\w]{1,100})$/.exec(contentType)?.[1];
  const [before, ...parts] = `\r\n${text}`.split(`\r\n--${border}`, mostFields + 3);
  const end = parts.pop();
  if (!border || before !== "" || !/^--(\r\n)?$/.test(end ?? "")) return false;
  const fields = parts.map((part) => fieldOf.exec(part)?.groups);
  const calls = fields.filter((field) => field?.name === "0");
  return calls.length === 1 && calls[0]!.value === '["$K1"]' && fields.every((field) => field !== undefined);
}

const fieldOf =
  /^\r\nContent-Disposition: form-data; name="(?<name>0|_1_[\w.$[\]-]{1,100})"\r\n\r\n(?<value>[^]*)$/;

/** Is this what a browser sends of a form before the page's script is there: its fields, and one with the name of its action? */
export function isReadableForm(fields: readonly [string, unknown][]): boolean {
  if (fields.length > mostFields) return false;
  const named = fields.filter(([name]) => name.startsWith("$ACTION"));
  return named.length === 0 || (named.length === 1 && /^\$ACTION_ID_[0-9a-f]{40,64}$/.test(named[0]![0]));
}
