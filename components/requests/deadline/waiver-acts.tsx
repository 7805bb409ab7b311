"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Conflict } from "@/components/forms/conflict";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import { agreeToWaiverAction, declineWaiverAction } from "@/lib/requests/deadline/actions";
import { ReasonDialog } from "../reason-dialog";
import { useRequestAct } from "../use-request-act";

/** A commander's word on a proposed waiver. */
export function WaiverActs({
  request,
  waiverId,
}: {
  request: { id: string; version: number; addressee: string };
  waiverId: string;
}) {
  const t = useTranslations("deadline.waiver");
  const acts = useTranslations("requests.acts");
  const { key, renew } = useFormKey();
  const [open, setOpen] = useState<"agree" | "decline" | null>(null);
  const close = () => setOpen(null);
  const act = useRequestAct(() => {
    renew();
    close();
  });
  const input = { key, requestId: request.id, version: request.version, waiverId };
  return (
    <span className="row wrap g4">
      <Button onClick={() => setOpen("decline")}>{t("decline")}</Button>
      <Button look="primary" onClick={() => setOpen("agree")}>
        {t("agree")}
      </Button>
      <Dialog
        open={open === "agree"}
        onClose={close}
        title={t("agree")}
        lead={t("agreeText", { addressee: request.addressee })}
        footer={
          <>
            <Button onClick={close}>{acts("cancel")}</Button>
            <Button
              look="primary"
              pending={act.pending}
              onClick={() => void act.send(() => agreeToWaiverAction(input), t("agreed"))}
            >
              {t("agreeSend")}
            </Button>
          </>
        }
      >
        <FormProblem problem={act.problem} />
        <Conflict by={act.conflict} onClose={act.dropConflict} />
      </Dialog>
      <ReasonDialog
        requestId={request.id}
        version={request.version}
        open={open === "decline"}
        onClose={close}
        title={t("decline")}
        text={t("declineText")}
        label={acts("reason")}
        send={(typed) => declineWaiverAction({ ...(typed as object), waiverId })}
        done={t("declined")}
      />
    </span>
  );
}
