"use client";

import { ClipboardPaste } from "@/components/icons/clipboard-paste";
import { HandCoins } from "@/components/icons/hand-coins";
import { Lock } from "@/components/icons/lock";
import { LockOpen } from "@/components/icons/lock-open";
import { MoveRight } from "@/components/icons/move-right";
import { Plus } from "@/components/icons/plus";
import { Users } from "@/components/icons/users";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import type { CaseDetail } from "@/lib/cases/types";
import { paths } from "@/lib/paths";
import { AppointDialog, type Colleague } from "./appoint-dialog";
import { RestrictDialog } from "./restrict-dialog";
import { StepDialog } from "./step-dialog";

/** What is offered now on a case; each is a dialog that says what it will do. */
export function CaseActs({ record, colleagues }: { record: CaseDetail; colleagues: readonly Colleague[] }) {
  const t = useTranslations("cases.detail");
  const [open, setOpen] = useState<"step" | "appoint" | "restrict" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      {record.may.draftRequest ? (
        <ButtonLink
          look="primary"
          href={paths.newRequest(record.id)}
          icon={<Plus className="i" aria-hidden />}
        >
          {t("newRequest")}
        </ButtonLink>
      ) : null}
      {record.may.draftRequest && record.may.edit ? (
        <ButtonLink href={paths.caseStatement(record.id)} icon={<ClipboardPaste className="i" aria-hidden />}>
          {t("addStatement")}
        </ButtonLink>
      ) : null}
      <ButtonLink href={paths.restitution(record.id)} icon={<HandCoins className="i" aria-hidden />}>
        {t("restitution")}
      </ButtonLink>
      {record.may.changeStatus ? (
        <Button icon={<MoveRight className="i" aria-hidden />} onClick={() => setOpen("step")}>
          {t("changeStatus")}
        </Button>
      ) : null}
      {record.may.appoint ? (
        <Button icon={<Users className="i" aria-hidden />} onClick={() => setOpen("appoint")}>
          {t("members")}
        </Button>
      ) : null}
      {record.may.restrict ? (
        <Button
          icon={
            record.restricted ? <LockOpen className="i" aria-hidden /> : <Lock className="i" aria-hidden />
          }
          onClick={() => setOpen("restrict")}
        >
          {t(record.restricted ? "unrestrict" : "restrict")}
        </Button>
      ) : null}
      <StepDialog key={`step-${record.version}`} record={record} open={open === "step"} onClose={close} />
      {record.may.appoint ? (
        <AppointDialog
          key={`appoint-${record.version}`}
          record={record}
          colleagues={colleagues}
          open={open === "appoint"}
          onClose={close}
        />
      ) : null}
      <RestrictDialog
        key={`restrict-${record.version}`}
        record={record}
        open={open === "restrict"}
        onClose={close}
      />
    </>
  );
}
