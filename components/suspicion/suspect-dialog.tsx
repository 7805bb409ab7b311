"use client";

import { ShieldAlert } from "@/components/icons/shield-alert";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Conflict } from "@/components/forms/conflict";
import { useFormKey } from "@/components/forms/use-form-key";
import { useRequestAct } from "@/components/requests/use-request-act";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { FormProblem } from "@/components/ui/form-problem";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { suspectRequestAction } from "@/lib/requests/suspicion/actions";
import { suspicionReasons } from "@/lib/requests/suspicion/reasons";

export type Suspected = {
  requestId: string;
  code: string;
  version: number;
  /** Otherwise the order alone is held: it is old, or this desk's doubt about it was found to be none. */
  holdsSender: boolean;
};

const callBacks = ["confirmed", "denied", "notReached"] as const;
type CallBack = (typeof callBacks)[number];

/**
 * Two presses and a reason hold an order that may be forged. The reason is the desk's own word: none is proposed. Whether the duty number
 * of the register was called back, and what was said, goes into the note that both sides read.
 */
export function SuspectDialog({
  requestId,
  code,
  version,
  holdsSender,
  open,
  onClose,
}: Suspected & { open: boolean; onClose: () => void }) {
  const t = useTranslations("suspicion");
  const { key, renew } = useFormKey();
  const [reason, setReason] = useState("");
  const [hasCalled, setHasCalled] = useState(false);
  const [callBack, setCallBack] = useState<CallBack | "">("");
  const [isTried, setIsTried] = useState(false);
  const [note, setNote] = useState("");
  const act = useRequestAct(() => {
    onClose();
    renew();
  });
  const refused = act.fields.reason;
  const bar =
    refused === "suspicion.tooMany"
      ? t("tooMany")
      : refused === "suspicion.needsManager"
        ? t("needsManager")
        : undefined;
  const needsNote = reason === "other" || (hasCalled && callBack === "confirmed");
  const lacks = {
    reason: reason === "",
    callBack: hasCalled && callBack === "",
    note: needsNote && note.trim() === "",
  };
  const send = () => {
    setIsTried(true);
    if (lacks.reason || lacks.callBack || lacks.note) return;
    const called = hasCalled && callBack !== "" ? t(`callBack.noted.${callBack}`) : null;
    const said = [called, note.trim()].filter(Boolean).join(" ");
    void act.send(
      () => suspectRequestAction({ key, requestId, version, reason, note: said || undefined }),
      t("done"),
    );
  };
  return (
    <>
      <Dialog
        open={open}
        onClose={onClose}
        icon={<ShieldAlert className="i i-20" aria-hidden />}
        title={t("title")}
        lead={t(holdsSender ? "lead" : "leadOrder", { code })}
        footer={
          <>
            <Button onClick={onClose}>{t("cancel")}</Button>
            <Button look="danger-solid" pending={act.pending} onClick={send}>
              {t("confirm")}
            </Button>
          </>
        }
      >
        <div className="stack-3">
          <Field
            label={t("reason")}
            required
            error={bar ?? (isTried && lacks.reason ? t("chooseError") : undefined)}
          >
            <Select
              placeholder={t("choose")}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
              choices={suspicionReasons.map((value) => ({ value, label: t(`reasons.${value}`) }))}
            />
          </Field>
          <Checkbox
            label={t("callBack.tick")}
            checked={hasCalled}
            onChange={(event) => setHasCalled(event.target.checked)}
          />
          {hasCalled ? (
            <Field
              label={t("callBack.result")}
              hint={callBack === "confirmed" ? t("callBack.confirmedHint") : undefined}
              error={isTried && lacks.callBack ? t("callBack.error") : undefined}
              required
            >
              <Select
                placeholder={t("choose")}
                value={callBack}
                onChange={(event) => setCallBack(event.target.value as CallBack | "")}
                choices={callBacks.map((value) => ({ value, label: t(`callBack.${value}`) }))}
              />
            </Field>
          ) : null}
          <Field
            label={t(needsNote ? "noteOther" : "note")}
            hint={t("noteHint")}
            error={isTried && lacks.note ? t("noteError") : undefined}
            required={needsNote}
          >
            <Textarea
              rows={2}
              maxLength={900}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          </Field>
          <FormProblem problem={bar ? null : act.problem} attempt={0} />
        </div>
      </Dialog>
      <Conflict by={act.conflict} onClose={act.dropConflict} />
    </>
  );
}
