import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import { bearsNumbersBesideCodes } from "@/lib/numbers-in-text";

/**
 * Under a note for colleagues, while it holds what may be an account or a phone: a request is named by its code, behind which a look at
 * the number is asked for and kept. A warning and no refusal: an amount or a paper's number looks the same. words: errors.note.*
 */
export function NumbersWarning({ text }: { text: unknown }) {
  const t = useTranslations("errors.note");
  return (
    <div role="status">
      {typeof text === "string" && bearsNumbersBesideCodes(text) ? (
        <Note tone="amber">{t("numbers")}</Note>
      ) : null}
    </div>
  );
}
