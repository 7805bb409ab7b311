import { createTranslator } from "next-intl";
import vi from "@/messages/vi.json";
import { timeZone } from "@/lib/i18n/languages";
import type { PaperWords } from "./paper-words";

/** The law's papers are Vietnamese, whatever the language of whoever takes them. words: letter.* letters.* */
const say = (namespace: string) =>
  createTranslator({
    locale: "vi",
    messages: vi as never,
    namespace: namespace as never,
    timeZone,
  }) as unknown as PaperWords["answers"];

let words: PaperWords | undefined;

/** Made once per process: the translators read all words. */
export function vietnamese(): PaperWords {
  words ??= {
    language: "vi",
    letter: say("letter"),
    letters: say("letters"),
    kinds: say("kinds"),
    targetKinds: say("targets.kinds"),
    outcomes: say("outcomes"),
    signers: say("admin.signer"),
    answers: say("answers"),
  };
  return words;
}
