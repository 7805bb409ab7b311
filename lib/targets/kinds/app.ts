import { plain } from "../identifier-text";
import { defineTarget } from "../target-kind";

const packageName = /^[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*){1,10}$/i;

/**
 * An app: `android:<package>`, `ios:<store id>`, `sha256:<of the file>`, or `name:<as people call it>` when no more is known.
 * Addresses of the two stores are understood.
 */
export const app = defineTarget("app", 2_048, {
  read(raw) {
    const typed = plain(raw);
    const known = /^(android|ios|sha256|name):/i.exec(typed);
    const text = known === null ? typed : typed.slice(known[0].length).trim();
    const android = /play\.google\.com\/store\/apps\/details\?(?:.*&)?id=([\w.]+)/i.exec(text)?.[1] ?? text;
    const ios =
      /apps\.apple\.com\/.*\/id(\d{6,12})/i.exec(text)?.[1] ?? /^(?:id)?(\d{6,12})$/i.exec(text)?.[1];
    if (ios !== undefined) return `ios:${ios}`;
    if (/^[0-9a-f]{64}$/i.test(text)) return `sha256:${text.toLowerCase()}`;
    if (packageName.test(android)) return `android:${android}`;
    return text.length >= 2 && text.length <= 120 && /\p{L}/u.test(text) && !/[<>{}]|:\/\//.test(text)
      ? `name:${text.toLowerCase()}`
      : { code: "app" };
  },
  mask: (value) => value, // names a program, not a person
  group: (value) => [value],
});
