"use client";

import { Users } from "@/components/icons/users";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Conflict } from "@/components/forms/conflict";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { FormProblem } from "@/components/ui/form-problem";
import {
  draftAppealReleaseAction,
  rejectAppealAction,
  reviewAppealAction,
  upholdAppealAction,
  withdrawAppealAction,
} from "@/lib/release/actions";
import { rejectionGrounds } from "@/lib/release/schema";
import type { AppealDetail } from "@/lib/release/types";
import { TextActDialog } from "./text-act-dialog";
import { useReleaseAct } from "./use-release-act";

type Letter = Pick<AppealDetail["files"][number], "id" | "name">;

/** What is offered now on an appeal; deciding is a dialog that says what it will do. */
export function AppealActs({
  appeal,
}: {
  appeal: Pick<AppealDetail, "id" | "version" | "status" | "isDesk" | "may" | "isAgainstReader"> & {
    files: readonly Letter[];
  };
}) {
  const t = useTranslations("appeals.acts");
  const form = useTranslations("appeals.form");
  const grounds = useTranslations("appeals.ground");
  const { key, renew } = useFormKey();
  const [open, setOpen] = useState<"uphold" | "reject" | "withdraw" | null>(null);
  const act = useReleaseAct(renew);
  const on = { appealId: appeal.id, version: appeal.version };
  const { may } = appeal;
  // Whoever can do nothing about it now is told who can.
  const waits = appeal.isDesk
    ? null
    : appeal.status === "RECEIVED" && !may.review
      ? "review"
      : appeal.status === "REVIEWING" && !may.uphold
        ? "decision"
        : null;
  const close = () => setOpen(null);
  const answer = { name: "answer", label: t("answer"), hint: t("answerHint"), least: 30 } as const;
  return (
    <>
      <div className="row wrap no-print">
        {may.review ? (
          <Button
            look="primary"
            pending={act.pending}
            onClick={() => void act.send(() => reviewAppealAction({ key, ...on }), t("reviewed"))}
          >
            {t("review")}
          </Button>
        ) : null}
        {may.draftRelease ? (
          <Button
            look="primary"
            pending={act.pending}
            onClick={() => void act.send(() => draftAppealReleaseAction({ key, ...on }), t("drafted"))}
          >
            {t("draftRelease")}
          </Button>
        ) : null}
        {may.uphold ? (
          <Button look="primary" onClick={() => setOpen("uphold")}>
            {t("uphold")}
          </Button>
        ) : null}
        {may.reject ? <Button onClick={() => setOpen("reject")}>{t("reject")}</Button> : null}
        {may.withdraw ? (
          <Button look="ghost" onClick={() => setOpen("withdraw")}>
            {t("withdraw")}
          </Button>
        ) : null}
      </div>
      {appeal.isAgainstReader && !may.review ? (
        <p className="note note-grey t13 no-print">
          <Users className="i" aria-hidden />
          {t("againstReader")}
        </p>
      ) : waits ? (
        <p className="note note-grey t13 no-print">
          <Users className="i" aria-hidden />
          {t(`waits.${waits}`)}
        </p>
      ) : null}
      <FormProblem problem={act.problem} attempt={act.attempt} />
      <Conflict by={act.conflict} onClose={act.dropConflict} />
      <TextActDialog
        open={open === "uphold"}
        onClose={close}
        title={t("upholdTitle")}
        lead={t("upholdText")}
        text={answer}
        tick={t("draftToo")}
        submit={t("send")}
        cancel={t("cancel")}
        done={t("upheld")}
        send={(input) => upholdAppealAction({ ...input, ...on })}
      />
      <TextActDialog
        open={open === "reject"}
        onClose={close}
        title={t("rejectTitle")}
        lead={t("rejectText")}
        text={answer}
        choices={{
          label: t("ground"),
          placeholder: form("choose"),
          list: rejectionGrounds.map((value) => ({ value, label: grounds(value) })),
        }}
        submit={t("send")}
        cancel={t("cancel")}
        done={t("rejected")}
        send={(input) => rejectAppealAction({ ...input, ...on })}
        danger
      />
      <TextActDialog
        open={open === "withdraw"}
        onClose={close}
        title={t("withdrawTitle")}
        lead={t("withdrawText")}
        text={{ name: "reason", label: t("reason"), least: 10 }}
        choices={{
          name: "letterId",
          label: t("letter"),
          hint: t("letterHint"),
          placeholder: form("choose"),
          list: appeal.files.map(({ id, name }) => ({ value: id, label: name })),
        }}
        submit={t("sendWithdraw")}
        cancel={t("cancel")}
        done={t("withdrawn")}
        send={(input) => withdrawAppealAction({ ...input, ...on })}
      />
    </>
  );
}
