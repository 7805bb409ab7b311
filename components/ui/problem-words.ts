import { problemCodes, type ProblemCode } from "@/lib/errors";
import { useTranslations } from "next-intl";

/** The sentence of an expected refusal, for the place above a form's button; an unknown code says "unexpected". */
export function useProblemWords(): (code: string) => string {
  const t = useTranslations("problems");
  // words: problems.*
  return (code) => t(problemCodes.find((known): known is ProblemCode => known === code) ?? "unexpected");
}
