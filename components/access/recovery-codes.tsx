"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { PrintButton } from "@/components/ui/print-button";

/** Ten codes for the day the telephone is lost. They are not shown again. */
export function RecoveryCodes({
  codes,
  onDone,
  doneLabel,
}: {
  codes: string[];
  onDone: () => void;
  doneLabel?: string;
}) {
  const t = useTranslations("signIn.recovery");
  return (
    <section className="si-form">
      <h1 className="t24 fw6">{t("title")}</h1>
      <Note tone="amber">{t("lead")}</Note>
      <ol className="si-codes">
        {codes.map((code) => (
          <li key={code} className="id">
            {code}
          </li>
        ))}
      </ol>
      <div className="row">
        <PrintButton />
        <Button look="primary" onClick={onDone}>
          {doneLabel ?? t("kept")}
        </Button>
      </div>
    </section>
  );
}
