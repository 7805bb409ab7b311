import { ShieldCheck } from "@/components/icons/shield-check";
import { Note } from "@/components/ui/note";
import type { CheckState } from "@/lib/check/check-letter";
import { checkWords } from "@/lib/check/words";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";

const tones = { valid: "green", withdrawn: "red", unknown: "amber", wait: "grey" } as const;
const languages = ["vi", "en"] as const;
const longestTyped = 40;

/**
 * The public page of a letter's code: its state in both languages and a field for another code. Plain HTML, it needs no scripts.
 * `typed` stays in the field until it was a code, to be mended and not typed again.
 */
export async function CheckScreen({ state, typed = "" }: { state: CheckState | null; typed?: string }) {
  const frame = await getWords("frame");
  const vi = checkWords("vi");
  const en = checkWords("en");
  return (
    <main className="code-page" id="main" lang="vi">
      <p className="check-mark">
        <ShieldCheck className="i i-24" aria-hidden />
        {frame("name")}
      </p>
      <h1 className="h1">
        {vi("title")} <span lang="en">/ {en("title")}</span>
      </h1>
      {state ? (
        <div className="stack-2" id="state" data-state={state}>
          {languages.map((language) => {
            const t = checkWords(language);
            return (
              <div key={language} lang={language}>
                <Note tone={tones[state]} title={t(`states.${state}.title`)} announce={language === "vi"}>
                  <p>{t(`states.${state}.text`)}</p>
                </Note>
              </div>
            );
          })}
        </div>
      ) : null}
      <form className="stack-2" method="get" action={paths.check}>
        <label className="label" htmlFor="code">
          {vi("code")} <span lang="en">/ {en("code")}</span>
        </label>
        <input
          className="input input-mono"
          id="code"
          name="code"
          required
          maxLength={longestTyped}
          defaultValue={state === "unknown" || state === "wait" ? typed.slice(0, longestTyped) : ""}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          aria-describedby="code-hint"
        />
        <p className="t12 dim" id="code-hint">
          {vi("lead")} {vi("codeHint")}.{" "}
          <span lang="en">
            {en("lead")} {en("codeHint")}.
          </span>
        </p>
        <p>
          <button className="btn btn-primary" type="submit">
            {state ? vi("again") : vi("submit")}
            <span lang="en"> / {state ? en("again") : en("submit")}</span>
          </button>
        </p>
      </form>
      <p className="t12 dim">
        {vi("only")} <span lang="en">{en("only")}</span>
      </p>
    </main>
  );
}
