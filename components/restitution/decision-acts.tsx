"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { SecondFactorField } from "@/components/access/second-factor-field";
import { Conflict } from "@/components/forms/conflict";
import { useFormKey } from "@/components/forms/use-form-key";
import { TextActDialog } from "@/components/release/text-act-dialog";
import { useReleaseAct } from "@/components/release/use-release-act";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { Money } from "@/components/ui/money";
import {
  approveRestitutionAction,
  cancelRestitutionAction,
  recallRestitutionAction,
  returnRestitutionAction,
  submitRestitutionAction,
} from "@/lib/restitution/actions";
import type { DecisionRow } from "@/lib/restitution/types";

/** What is offered now on a decision. Approving repeats the sum, and asks for six digits when the last proof is too old. */
export function DecisionActs({
  decision,
}: {
  decision: Pick<DecisionRow, "id" | "version" | "may" | "total" | "contentHash">;
}) {
  const t = useTranslations("restitution.acts");
  const { key, renew } = useFormKey();
  const [open, setOpen] = useState<"approve" | "return" | "cancel" | null>(null);
  const act = useReleaseAct(renew);
  const on = { decisionId: decision.id, version: decision.version };
  const { may } = decision;
  const close = () => setOpen(null);
  return (
    <>
      <div className="row wrap no-print">
        {may.submit ? (
          <Button
            look="primary"
            pending={act.pending}
            onClick={() => void act.send(() => submitRestitutionAction({ key, ...on }), t("submitted"))}
          >
            {t("submit")}
          </Button>
        ) : null}
        {may.approve ? (
          <Button look="primary" onClick={() => setOpen("approve")}>
            {t("approve")}
          </Button>
        ) : null}
        {may.recall ? (
          <Button
            pending={act.pending}
            onClick={() => void act.send(() => recallRestitutionAction({ key, ...on }), t("recalled"))}
          >
            {t("recall")}
          </Button>
        ) : null}
        {may.return ? <Button onClick={() => setOpen("return")}>{t("return")}</Button> : null}
        {may.cancel ? (
          <Button look="ghost" onClick={() => setOpen("cancel")}>
            {t("cancel")}
          </Button>
        ) : null}
      </div>
      <FormProblem problem={act.problem} attempt={act.attempt} />
      <Conflict by={act.conflict} onClose={act.dropConflict} />
      <ApproveDialog decision={decision} open={open === "approve"} onClose={close} />
      <TextActDialog
        open={open === "return"}
        onClose={close}
        title={t("returnTitle")}
        text={{ name: "reason", label: t("reason"), least: 10 }}
        submit={t("send")}
        cancel={t("close")}
        done={t("returned")}
        send={(input) => returnRestitutionAction({ ...input, ...on })}
      />
      <TextActDialog
        open={open === "cancel"}
        onClose={close}
        title={t("cancelTitle")}
        lead={t("cancelText")}
        text={{ name: "reason", label: t("reason"), least: 10 }}
        submit={t("send")}
        cancel={t("close")}
        done={t("cancelled")}
        send={(input) => cancelRestitutionAction({ ...input, ...on })}
        danger
      />
    </>
  );
}

function ApproveDialog({
  decision,
  open,
  onClose,
}: {
  decision: Pick<DecisionRow, "id" | "version" | "total" | "contentHash">;
  open: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("restitution.acts");
  const { key, renew } = useFormKey();
  const [asksCode, setAsksCode] = useState(false);
  const [code, setCode] = useState("");
  const act = useReleaseAct(() => {
    renew();
    onClose();
  });
  const run = async () => {
    const result = await act.send(
      () =>
        approveRestitutionAction({
          key,
          decisionId: decision.id,
          version: decision.version,
          contentHash: decision.contentHash,
          ...(asksCode && code.trim() ? { code } : {}),
        }),
      t("approved"),
    );
    if (!result.ok && result.code === "second-factor") setAsksCode(true);
  };
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("approveTitle")}
      lead={t("approveText")}
      footer={
        <>
          <Button onClick={onClose}>{t("close")}</Button>
          <Button look="primary" pending={act.pending} onClick={() => void run()}>
            {t("approveSend")}
          </Button>
        </>
      }
    >
      <Form onSubmit={run}>
        <Money value={decision.total} figure={24} />
        {asksCode ? (
          <SecondFactorField
            autoFocus
            label={t("code")}
            hint={t("codeHint")}
            value={code}
            onChange={setCode}
          />
        ) : null}
        <FormProblem problem={act.problem} attempt={act.attempt} />
      </Form>
      <Conflict by={act.conflict} onClose={act.dropConflict} />
    </Dialog>
  );
}
