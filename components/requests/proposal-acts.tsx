"use client";

import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Conflict } from "@/components/forms/conflict";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import type { ActionResult } from "@/lib/action";
import { ReasonDialog } from "./reason-dialog";
import { useRequestAct } from "./use-request-act";

type Step = { key: string; requestId: string; version: number };
type Send<Input> = (input: Input) => Promise<ActionResult<unknown>>;

/**
 * A commander's word on what somebody of his unit proposed. A dialog says first what agreeing does; declining asks for a reason, and the
 * two stand apart.
 */
export function ProposalActs({
  request,
  words,
  title,
  lead,
  looks = ["primary", "primary"],
  small = false,
  agree,
  decline,
  children,
}: {
  request: { id: string; version: number; code: string };
  words: Record<
    "agree" | "agreeSend" | "agreed" | "decline" | "declineText" | "declineReason" | "declined",
    string
  >;
  /** Of the dialog that agrees. */
  title: string;
  lead: string;
  /** How the button that opens it looks, and the one that agrees. */
  looks?: readonly ["primary" | "danger", "primary" | "danger-solid"];
  /** In a line of a list. */
  small?: boolean;
  agree: Send<Step>;
  decline: Send<object>;
  children?: ReactNode;
}) {
  const acts = useTranslations("requests.acts");
  const { key, renew } = useFormKey();
  const [open, setOpen] = useState<"agree" | "decline" | null>(null);
  const close = () => setOpen(null);
  const act = useRequestAct(() => {
    renew();
    close();
  });
  const send = () => agree({ key, requestId: request.id, version: request.version });
  const size = small ? "sm" : undefined;
  const named = (what: string) => (small ? `${what} ${request.code}` : undefined);
  return (
    <span className={small ? "row g4" : "row wrap g4"}>
      <Button size={size} aria-label={named(words.decline)} onClick={() => setOpen("decline")}>
        {words.decline}
      </Button>
      <Button size={size} look={looks[0]} aria-label={named(words.agree)} onClick={() => setOpen("agree")}>
        {words.agree}
      </Button>
      <Dialog
        open={open === "agree"}
        onClose={close}
        title={title}
        lead={lead}
        footer={
          <>
            <Button onClick={close}>{acts("cancel")}</Button>
            <Button look={looks[1]} pending={act.pending} onClick={() => void act.send(send, words.agreed)}>
              {words.agreeSend}
            </Button>
          </>
        }
      >
        {children}
        <FormProblem problem={act.problem} />
        <Conflict by={act.conflict} onClose={act.dropConflict} />
      </Dialog>
      <ReasonDialog
        requestId={request.id}
        version={request.version}
        open={open === "decline"}
        onClose={close}
        title={words.decline}
        text={words.declineText}
        label={words.declineReason}
        send={(typed) => decline(typed as object)}
        done={words.declined}
      />
    </span>
  );
}
