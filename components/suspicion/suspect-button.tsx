"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { LiveButton } from "@/components/ui/live-button";
import { useProblemWords } from "@/components/ui/problem-words";
import { useLater } from "@/components/ui/use-later";
import type { Suspected } from "./suspect-dialog";

// Opened seldom: fetched when the page stands, and no part of what every queue loads first.
const loadDialog = () => import("./suspect-dialog");

/** The first of the two presses that hold an order that may be forged. */
export function SuspectButton(props: Suspected) {
  const t = useTranslations("suspicion");
  const problem = useProblemWords();
  const dialog = useLater(loadDialog);
  const [open, setOpen] = useState(false);
  const press = () => {
    if (dialog.failed) dialog.again();
    setOpen(true);
  };
  return (
    <>
      <LiveButton className="linkbtn push no-print" onClick={press}>
        {t("button")}
      </LiveButton>
      {open && dialog.failed ? (
        <span className="t12 c-red" role="alert">
          {problem("unavailable")}
        </span>
      ) : null}
      {dialog.value ? (
        <dialog.value.SuspectDialog {...props} open={open} onClose={() => setOpen(false)} />
      ) : null}
    </>
  );
}
