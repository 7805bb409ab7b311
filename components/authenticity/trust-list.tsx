import { Info } from "@/components/icons/info";
import { TriangleAlert } from "@/components/icons/triangle-alert";
import { useTranslations } from "next-intl";
import type { TrustMark } from "@/lib/authenticity/trust";

/** What the register knows of the signer, what warns first: each with an icon and a sentence, never by colour alone. */
export function TrustList({ marks }: { marks: readonly TrustMark[] }) {
  const t = useTranslations("authenticity");
  if (marks.length === 0) return null;
  const told = marks.filter(({ level }) => level !== "plain");
  const plain = marks.filter(({ level }) => level === "plain");
  return (
    <ul className="trust" aria-label={t("facts")}>
      {told.map(({ code, level, values }) => {
        const Icon = level === "warning" ? TriangleAlert : Info;
        return (
          <li key={code} className={level === "warning" ? "trust-warning" : "trust-notice"}>
            <Icon className="i i-14" aria-hidden />
            <span>{t(`trust.${code}`, values)}</span>
          </li>
        );
      })}
      {plain.length > 0 ? (
        <li className="dim">{plain.map(({ code, values }) => t(`trust.${code}`, values)).join(" · ")}</li>
      ) : null}
    </ul>
  );
}
