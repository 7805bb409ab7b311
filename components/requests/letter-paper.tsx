import { useLocale, useTranslations } from "next-intl";
import { letterPaper } from "@/lib/documents/letter-paper";
import type { Paper, Signature } from "@/lib/documents/paper";
import type { PaperWords } from "@/lib/documents/paper-words";
import { qrPath } from "@/lib/documents/qr-path";
import type { Language } from "@/lib/i18n/languages";
import type { Letter } from "@/lib/requests/letters/types";
import { LetterTargets } from "./letter-targets";

/** The order as a sheet in the layout of Decree 30/2020: the same parts as its PDF, in the language of whoever reads. */
export function LetterPaper({ letter }: { letter: Letter }) {
  const paper = letterPaper(letter, useScreenWords());
  const { head, title, annexes, recipients, check } = paper;
  return (
    <article className="paper" lang={paper.language}>
      <header className="paper-head">
        <div>
          {head.above ? <p className="up">{head.above}</p> : null}
          <p className="up b u">{head.organ}</p>
          <p className="paper-number">{head.number}</p>
          {head.subject ? <p className="sm">{head.subject}</p> : null}
        </div>
        <div>
          <p className="up b">{head.state}</p>
          <p className="b u">{head.motto}</p>
          <p className="it paper-number">{head.placeDate}</p>
          {head.urgency ? <p className="stamp">{head.urgency}</p> : null}
        </div>
      </header>
      {title ? (
        <h2 className="paper-title">
          <span className="up block">{title.name}</span>
          {title.about}
        </h2>
      ) : null}
      <p className="paper-to">{paper.to}</p>
      {paper.blocks.map((block, index) =>
        block.kind === "table" ? (
          <LetterTargets key={index} table={block} />
        ) : block.kind === "heading" ? (
          <p key={index} className="b paper-to">
            {block.text}
          </p>
        ) : (
          <p key={index} className={block.italic ? "it" : undefined}>
            {block.lead ? <b>{block.lead} </b> : null}
            {block.text}
          </p>
        ),
      )}
      {annexes ? (
        <div className="sm paper-annexes">
          <p className="b it">{annexes.title}</p>
          {annexes.lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      ) : null}
      <footer className="paper-foot">
        <div className="sm">
          <p className="b it">{recipients?.title}</p>
          <ul>
            {recipients?.lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {check ? <CheckPicture check={check} /> : null}
        </div>
        {paper.signatures.map((signature) => (
          <SignatureBlock key={signature.slot} signature={signature} />
        ))}
      </footer>
      <p className="paper-mark">
        {check ? <span className="block">{check.hint}</span> : null}
        {paper.mark}
      </p>
    </article>
  );
}

/** Words of the reader's language. words: letter.* letters.* admin.signer.* answers.fields.* answers.options.* */
function useScreenWords(): PaperWords {
  const language = useLocale() as Language;
  return {
    language,
    letter: useTranslations("letter") as PaperWords["letter"],
    letters: useTranslations("letters") as PaperWords["letters"],
    kinds: useTranslations("kinds") as PaperWords["kinds"],
    targetKinds: useTranslations("targets.kinds") as PaperWords["targetKinds"],
    outcomes: useTranslations("outcomes") as PaperWords["outcomes"],
    signers: useTranslations("admin.signer") as PaperWords["signers"],
    answers: useTranslations("answers") as unknown as PaperWords["answers"],
  };
}

function SignatureBlock({ signature }: { signature: Signature }) {
  return (
    <div className="paper-sign">
      {signature.authority.map((line) => (
        <p key={line} className="b">
          {line}
        </p>
      ))}
      <p className="paper-slot">{signature.slot}</p>
      {signature.name ? <p className="b">{signature.name}</p> : null}
    </div>
  );
}

/** Scanned from paper or from the screen, it opens the public page of this letter's code. */
function CheckPicture({ check }: { check: NonNullable<Paper["check"]> }) {
  const { size, path } = qrPath(check.address);
  return (
    <svg
      className="paper-qr"
      width="92"
      height="92"
      viewBox={`-2 -2 ${size + 4} ${size + 4}`}
      role="img"
      aria-label={check.hint}
    >
      <path d={path} />
    </svg>
  );
}
