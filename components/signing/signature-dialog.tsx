"use client";

import { KeyRound } from "@/components/icons/key-round";
import { Signature } from "@/components/icons/signature";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { SecondFactorField } from "@/components/access/second-factor-field";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";

type Signing = {
  /** The session's second factor is too old for a signature: six digits are asked. */
  asksCode: boolean;
  pending: boolean;
  error: string | null;
  /** The name of the last press. */
  sign: string;
  onSign: (code?: string) => void;
  onClose: () => void;
  /** What is signed, said once more. */
  children: ReactNode;
};

/** The last press before any signature: repeats what is signed, and asks for six digits when the proof is old. */
export function SignatureDialog({
  open,
  title,
  lead,
  ...signing
}: Signing & { open: boolean; title: string; lead: string }) {
  const Icon = signing.asksCode ? KeyRound : Signature;
  return (
    <Dialog
      open={open}
      onClose={signing.onClose}
      icon={<Icon className="i i-20" aria-hidden />}
      title={title}
      lead={lead}
    >
      {open ? <Confirmation {...signing} /> : null}
    </Dialog>
  );
}

/** What was typed stays when the code did not fit, and is gone with the dialog. */
function Confirmation({ asksCode, pending, error, sign, onSign, onClose, children }: Signing) {
  const t = useTranslations("signing.factor");
  const [code, setCode] = useState("");
  const [isMissing, setMissing] = useState(false);
  const submit = () => {
    if (asksCode && code.trim() === "") return setMissing(true);
    onSign(asksCode ? code : undefined);
  };
  return (
    <Form onSubmit={submit}>
      {children}
      {asksCode ? (
        <SecondFactorField
          autoFocus
          className="sg-otp"
          label={t("label")}
          hint={t("hint")}
          error={isMissing ? t("missing") : error}
          value={code}
          onChange={(typed) => {
            setMissing(false);
            setCode(typed);
          }}
        />
      ) : null}
      <div className="row end">
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button
          look="primary"
          type="submit"
          autoFocus={!asksCode}
          pending={pending}
          icon={<Signature className="i" aria-hidden />}
        >
          {sign}
        </Button>
      </div>
    </Form>
  );
}
