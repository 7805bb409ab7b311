import { useTranslations } from "next-intl";
import { Appearance } from "@/components/frame/appearance";
import { LanguageSwitch } from "@/components/frame/language-switch";
import { Card } from "@/components/ui/card";
import type { Preferences } from "@/lib/i18n/preferences";

/** Language, light or dark, roomy or compact: kept in this browser. */
export function LooksCard({ language, theme, density }: Preferences) {
  const t = useTranslations();
  return (
    <Card title={t("account.looks")}>
      <div className="stack-3">
        <p className="row between t13">
          <span className="mut">{t("account.language", { name: t(`frame.languageName.${language}`) })}</span>
          <LanguageSwitch className="btn btn-sm" />
        </p>
        <div className="max-w-80">
          <Appearance theme={theme} density={density} />
        </div>
        <p className="t12 dim">{t("account.looksKept")}</p>
      </div>
    </Card>
  );
}
