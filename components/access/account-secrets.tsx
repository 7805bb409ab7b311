"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Card } from "@/components/ui/card";
import { Note } from "@/components/ui/note";
import { changePasswordAction, newRecoveryCodesAction } from "@/lib/access/account-actions";
import { ActForm } from "./act-form";
import { RecoveryCodes } from "./recovery-codes";

/** Password and recovery codes; both want a fresh second factor. */
export function AccountSecrets() {
  const t = useTranslations();
  const [changed, setChanged] = useState<number | null>(null);
  const [codes, setCodes] = useState<string[] | null>(null);
  const code = {
    name: "code",
    label: t("signIn.code"),
    hint: t("signIn.codeHint"),
    autoComplete: "one-time-code",
  };
  return (
    <>
      <Card title={t("account.password")}>
        {changed === null ? null : (
          <Note tone="green">{t("account.passwordChanged", { count: changed })}</Note>
        )}
        <ActForm
          submit={t("account.changePassword")}
          parts={[
            {
              name: "current",
              label: t("account.current"),
              type: "password",
              autoComplete: "current-password",
            },
            {
              name: "next",
              label: t("account.next"),
              hint: t("account.nextHint"),
              type: "password",
              autoComplete: "new-password",
            },
            code,
          ]}
          send={changePasswordAction}
          onDone={({ ended }) => setChanged(ended)}
        />
      </Card>
      <Card title={t("signIn.recovery.title")}>
        {codes ? (
          <RecoveryCodes codes={codes} onDone={() => setCodes(null)} doneLabel={t("account.recoveryKept")} />
        ) : (
          <ActForm
            lead={<p className="t13 mut">{t("account.recoveryLead")}</p>}
            submit={t("account.renewRecovery")}
            parts={[code]}
            send={newRecoveryCodesAction}
            onDone={setCodes}
          />
        )}
      </Card>
    </>
  );
}
