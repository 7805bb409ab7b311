"use client";

import { Download } from "@/components/icons/download";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { buttonLook } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { paths } from "@/lib/paths";
import { targetKinds } from "@/lib/targets/target-kind";

/** Kinds of which officers bring lists; the others are a tick away. */
const usual = new Set(["bank_account", "e_wallet", "phone_number"]);

/** The empty workbook: of the kinds that are ticked, or of what one kind of request asks. */
export function TemplateCard({ caseId, kindCode }: { caseId: string; kindCode?: string }) {
  const t = useTranslations("sheets");
  const kinds = useTranslations("targets.kinds");
  const requests = useTranslations("kinds");
  const icon = <Download className="i" aria-hidden />;
  if (kindCode)
    return (
      <Card title={t("out")}>
        <div className="stack-2">
          <p className="t13 mut">
            {t("targets.outHintRequest", { kind: requests(kindCode as "ACCOUNT_SUSPEND") })}
          </p>
          <p>
            <a className={buttonLook({})} href={paths.caseTargetsFile(caseId, kindCode)} download>
              {icon}
              {t("targets.take")}
            </a>
          </p>
        </div>
      </Card>
    );
  return (
    <Card title={t("out")}>
      {/* The browser's own form: what is ticked stands in the address, and the file comes without leaving the page. */}
      <form action={paths.caseTargetsFile(caseId)} className="stack-2">
        <p className="t13 mut">{t("targets.outHint")}</p>
        <fieldset className="row wrap">
          <legend className="vh">{t("targets.kinds")}</legend>
          {targetKinds.map((kind) => (
            <Checkbox
              key={kind}
              name="kind"
              value={kind}
              label={kinds(kind)}
              defaultChecked={usual.has(kind)}
            />
          ))}
        </fieldset>
        <p>
          <Button type="submit" icon={icon}>
            {t("targets.take")}
          </Button>
        </p>
      </form>
    </Card>
  );
}
