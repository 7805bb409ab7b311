"use client";

import { Check } from "@/components/icons/check";
import { CircleX } from "@/components/icons/circle-x";
import { FileText } from "@/components/icons/file-text";
import { MessageCircleReply } from "@/components/icons/message-circle-reply";
import { Pencil } from "@/components/icons/pencil";
import { RotateCcw } from "@/components/icons/rotate-ccw";
import { Send } from "@/components/icons/send";
import { Signature } from "@/components/icons/signature";
import { Trash2 } from "@/components/icons/trash-2";
import { Undo2 } from "@/components/icons/undo-2";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Conflict } from "@/components/forms/conflict";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { discardRequestAction, submitRequestAction } from "@/lib/requests/drafting/actions";
import {
  acceptAnswerAction,
  clarifyRequestAction,
  disputeRefusalAction,
  sendBackAnswerAction,
  withdrawRequestAction,
} from "@/lib/requests/police/actions";
import type { PoliceRequest } from "@/lib/requests/police/types";
import { paths } from "@/lib/paths";
import { proposeWithdrawalAction } from "@/lib/requests/withdrawal/actions";
import { RecallButton } from "./recall-button";
import { ReasonDialog } from "./reason-dialog";
import { useRequestAct } from "./use-request-act";

type Open = "clarify" | "propose" | "sendBack" | "dispute" | "withdraw" | "discard" | null;

/** What the acts need of a request: the rest of it stays on the server. */
export type ActedOn = Pick<
  PoliceRequest,
  | "id"
  | "code"
  | "version"
  | "offers"
  | "answered"
  | "mayRewrite"
  | "documentNumber"
  | "caseId"
  | "handedInWith"
  | "withdrawal"
>;

/** The buttons that lifecycle and policy offer now, the one that moves the work on first. */
export function PoliceActs({ request }: { request: ActedOn }) {
  const t = useTranslations("requests.acts");
  const detail = useTranslations("requests.detail");
  const withdrawal = useTranslations("requests.withdrawal");
  const router = useRouter();
  const { key, renew } = useFormKey();
  const [open, setOpen] = useState<Open>(null);
  const close = () => setOpen(null);
  const act = useRequestAct(renew);
  const { id: requestId, version, offers, answered } = request;
  const input = { key, requestId, version };
  const common = { requestId, version, onClose: close };
  return (
    <>
      {offers.includes("accept") ? (
        <Button
          look="primary"
          pending={act.pending}
          icon={<Check className="i" aria-hidden />}
          onClick={() => void act.send(() => acceptAnswerAction(input), t("accepted"))}
        >
          {t("accept")}
        </Button>
      ) : null}
      {offers.includes("clarify") ? (
        <Button
          look="primary"
          icon={<MessageCircleReply className="i" aria-hidden />}
          onClick={() => setOpen("clarify")}
        >
          {t("clarify")}
        </Button>
      ) : null}
      {offers.includes("submit") ? (
        <Button
          look="primary"
          pending={act.pending}
          icon={<Send className="i" aria-hidden />}
          onClick={() => void act.send(() => submitRequestAction(input), t("submitted"))}
        >
          {t("submit")}
        </Button>
      ) : null}
      {offers.includes("sign") ? (
        <ButtonLink
          look="primary"
          href={paths.signingCard(requestId)}
          icon={<Signature className="i" aria-hidden />}
        >
          {t("goSign")}
        </ButtonLink>
      ) : null}
      {offers.includes("recall") ? <RecallButton request={request} together={request.handedInWith} /> : null}
      {request.mayRewrite ? (
        <ButtonLink href={paths.editRequest(requestId)} icon={<Pencil className="i" aria-hidden />}>
          {t("edit")}
        </ButtonLink>
      ) : null}
      {offers.includes("sendBack") ? (
        <Button icon={<RotateCcw className="i" aria-hidden />} onClick={() => setOpen("sendBack")}>
          {t("sendBack")}
        </Button>
      ) : null}
      {offers.includes("dispute") ? (
        <Button
          look="primary"
          icon={<CircleX className="i" aria-hidden />}
          onClick={() => setOpen("dispute")}
        >
          {t("dispute")}
        </Button>
      ) : null}
      {request.documentNumber ? (
        <ButtonLink href={paths.letter(requestId)} icon={<FileText className="i" aria-hidden />}>
          {detail("letter")}
        </ButtonLink>
      ) : null}
      {offers.includes("withdraw") ? (
        <Button look="danger" icon={<Undo2 className="i" aria-hidden />} onClick={() => setOpen("withdraw")}>
          {t("withdraw")}
        </Button>
      ) : null}
      {request.withdrawal.mayPropose ? (
        <Button icon={<Undo2 className="i" aria-hidden />} onClick={() => setOpen("propose")}>
          {withdrawal("propose")}
        </Button>
      ) : null}
      {offers.includes("discard") ? (
        <Button look="danger" icon={<Trash2 className="i" aria-hidden />} onClick={() => setOpen("discard")}>
          {t("discard")}
        </Button>
      ) : null}
      {act.problem ? (
        <Note tone="red" announce>
          {act.problem}
        </Note>
      ) : null}
      <Conflict by={act.conflict} onClose={act.dropConflict} />
      <ReasonDialog
        key={`clarify-${version}`}
        {...common}
        open={open === "clarify"}
        title={t("clarify")}
        text={t("clarifyText")}
        label={t("reply")}
        send={clarifyRequestAction}
        done={t("clarified")}
      />
      <ReasonDialog
        key={`sendBack-${version}`}
        {...common}
        open={open === "sendBack"}
        title={t("sendBack")}
        text={t("sendBackText")}
        label={t("reason")}
        send={sendBackAnswerAction}
        done={t("sentBack")}
        items={answered}
      />
      <ReasonDialog
        key={`dispute-${version}`}
        {...common}
        open={open === "dispute"}
        title={t("dispute")}
        text={t("disputeText")}
        label={t("reason")}
        send={disputeRefusalAction}
        done={t("disputed")}
      />
      <ReasonDialog
        key={`withdraw-${version}`}
        {...common}
        open={open === "withdraw"}
        title={t("withdraw")}
        text={t("withdrawText")}
        label={t("reason")}
        send={withdrawRequestAction}
        done={t("withdrawn")}
        act={t("withdraw")}
        danger
      />
      <ReasonDialog
        key={`propose-${version}`}
        {...common}
        open={open === "propose"}
        title={withdrawal("propose")}
        text={withdrawal("proposeText")}
        label={t("reason")}
        send={proposeWithdrawalAction}
        done={withdrawal("sent")}
      />
      <Dialog
        open={open === "discard"}
        onClose={close}
        title={t("discard")}
        lead={t("discardText")}
        footer={
          <>
            <Button onClick={close}>{t("cancel")}</Button>
            <Button
              look="danger-solid"
              pending={act.pending}
              onClick={() => {
                void act
                  .send(() => discardRequestAction(input), t("discarded"))
                  .then((done) => {
                    close();
                    if (done) router.push(paths.case(request.caseId));
                  });
              }}
            >
              {t("discard")}
            </Button>
          </>
        }
      />
    </>
  );
}
