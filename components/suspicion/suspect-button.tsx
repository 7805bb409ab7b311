"use client";

import { ShieldAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Conflict } from "@/components/forms/conflict";
import { useFormKey } from "@/components/forms/use-form-key";
import { useRequestAct } from "@/components/requests/use-request-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormProblem } from "@/components/ui/form-problem";
import { LiveButton } from "@/components/ui/live-button";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { suspectRequestAction } from "@/lib/requests/suspicion/actions";
import { suspicionReasons } from "@/lib/requests/suspicion/reasons";

/** Two presses hold an order that may be forged: this one, and the confirmation, whose reason is chosen already. */
export function SuspectButton({
  requestId,
  code,
  version,
}: {
  requestId: string;
  code: string;
  version: number;
}) {
  const t = useTranslations("suspicion");
  const { key, renew } = useFormKey();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState<string>(suspicionReasons[0]);
  const [note, setNote] = useState("");
  const act = useRequestAct(() => {
    setOpen(false);
    renew();
  });
  const send = () =>
    void act.send(
      () => suspectRequestAction({ key, requestId, version, reason, note: note.trim() || undefined }),
      t("done"),
    );
  return (
    <>
      <LiveButton className="linkbtn push no-print" onClick={() => setOpen(true)}>
        {t("button")}
      </LiveButton>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        icon={<ShieldAlert className="i i-20" aria-hidden />}
        title={t("title")}
        lead={t("lead", { code })}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t("cancel")}</Button>
            <Button look="danger-solid" pending={act.pending} onClick={send}>
              {t("confirm")}
            </Button>
          </>
        }
      >
        <div className="stack-3">
          <Field label={t("reason")} required>
            <Select
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              choices={suspicionReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
            />
          </Field>
          <Field label={t("note")} hint={t("noteHint")}>
            <Textarea
              rows={2}
              maxLength={1000}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </Field>
          <FormProblem problem={act.problem} attempt={0} />
        </div>
      </Dialog>
      <Conflict by={act.conflict} onClose={act.dropConflict} />
    </>
  );
}
