"use client";

import { KeyRound, Signature } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState, type FormEvent } from "react";
import { SecondFactorField } from "@/components/access/second-factor-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** Asks for six digits, once for one or for many signatures. What was typed stays when the code did not fit. */
export function SecondFactorDialog({
  open,
  count,
  pending,
  error,
  onProve,
  onClose,
}: {
  open: boolean;
  count: number;
  pending: boolean;
  error: string | null;
  onProve: (code: string) => void;
  onClose: () => void;
}) {
  const t = useTranslations("signing.factor");
  const [code, setCode] = useState("");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onProve(code);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      icon={<KeyRound className="i i-20" aria-hidden />}
      title={t("title", { count })}
      lead={t("lead")}
    >
      <form method="post" className="stack-3" onSubmit={submit} noValidate>
        <SecondFactorField
          autoFocus
          className="sg-otp"
          label={t("label")}
          hint={t("hint")}
          error={error}
          value={code}
          onChange={setCode}
        />
        <div className="row end">
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            look="primary"
            type="submit"
            pending={pending}
            icon={<Signature className="i" aria-hidden />}
          >
            {t("sign", { count })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
