"use client";

import { KeyRound, Signature } from "lucide-react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { SecondFactorField } from "@/components/access/second-factor-field";
import { AmendmentDiff } from "@/components/requests/amendments/amendment-diff";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import type { AmendmentCard } from "@/lib/requests/amendments/types";

type Props = {
  open: boolean;
  asksCode: boolean;
  pending: boolean;
  error: string | null;
  card: AmendmentCard;
  onSign: (code?: string) => void;
  onClose: () => void;
};

/** The last press before an amendment is signed: the differences once more, and six digits when the proof is old. */
export function AmendmentSign({ open, asksCode, card, onClose, ...rest }: Props) {
  const t = useTranslations("amendment");
  const Icon = asksCode ? KeyRound : Signature;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      icon={<Icon className="i i-20" aria-hidden />}
      title={t("signTitle", { code: card.requestCode })}
      lead={t("signLead")}
    >
      {open ? <Confirmation card={card} asksCode={asksCode} onClose={onClose} {...rest} /> : null}
    </Dialog>
  );
}

/** What was typed stays when the code did not fit, and is gone with the dialog. */
function Confirmation({ asksCode, pending, error, card, onSign, onClose }: Omit<Props, "open">) {
  const t = useTranslations("amendment");
  const factor = useTranslations("signing.factor");
  const [code, setCode] = useState("");
  const [isMissing, setMissing] = useState(false);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (asksCode && code.trim() === "") return setMissing(true);
    onSign(asksCode ? code : undefined);
  };
  return (
    <Form onSubmit={submit}>
      <AmendmentDiff changes={card.changes} />
      {asksCode ? (
        <SecondFactorField
          autoFocus
          className="sg-otp"
          label={factor("label")}
          hint={factor("hint")}
          error={isMissing ? factor("missing") : error}
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
          {t("sign")}
        </Button>
      </div>
    </Form>
  );
}
