"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { acceptInvitationAction } from "@/lib/access/account-actions";
import { paths } from "@/lib/paths";
import { ActForm } from "./act-form";
import { rememberInvited } from "./just-invited";

/** First password. Afterwards the door asks for it and binds the second factor. */
export function InvitationForm({ token, email, name }: { token: string; email: string; name: string }) {
  const t = useTranslations();
  const router = useRouter();
  return (
    <div className="si-form">
      <div className="stack-1">
        <h1 className="t24 fw6">{t("signIn.invitation.title")}</h1>
        <p className="mut">{t("signIn.invitation.lead", { name, email })}</p>
      </div>
      <ActForm
        submit={t("signIn.invitation.set")}
        parts={[
          {
            name: "password",
            label: t("account.next"),
            hint: t("account.nextHint"),
            type: "password",
            autoComplete: "new-password",
          },
        ]}
        send={(values) => acceptInvitationAction({ ...values, token })}
        onDone={() => {
          rememberInvited(email);
          router.replace(paths.signIn);
        }}
      />
    </div>
  );
}
