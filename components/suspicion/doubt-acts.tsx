"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { RestoreDialog, ReviewDialog } from "./review-dialog";

/** What a supervisor may do about a doubt: decide, or let the sender of a forged order work again. */
export function DoubtActs({
  requestId,
  version,
  code,
  mayReview,
  mayRestore,
}: {
  requestId: string;
  version: number;
  code: string;
  mayReview: boolean;
  mayRestore: boolean;
}) {
  const t = useTranslations("suspicion.unit");
  const [open, setOpen] = useState<"review" | "restore" | null>(null);
  const close = () => setOpen(null);
  return (
    <>
      {mayReview ? (
        <Button look="primary" onClick={() => setOpen("review")}>
          {t("review")}
        </Button>
      ) : null}
      {mayRestore ? <Button onClick={() => setOpen("restore")}>{t("restore")}</Button> : null}
      {open === "review" ? (
        <ReviewDialog requestId={requestId} version={version} code={code} onClose={close} />
      ) : null}
      {open === "restore" ? <RestoreDialog requestId={requestId} onClose={close} /> : null}
    </>
  );
}
