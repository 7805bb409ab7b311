import { wordsOutside } from "@/lib/i18n/words-outside";
import type { PaperWords } from "./paper-words";

/** The law's papers are Vietnamese, whatever the language of whoever takes them. words: letter.* letters.* */
const say = (namespace: string) => wordsOutside(namespace, "vi");

let words: PaperWords | undefined;

/** The words of a paper, made once per process. */
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
