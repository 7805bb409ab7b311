"use client";

import { ArrowRightLeft } from "@/components/icons/arrow-right-left";
import { useTranslations } from "next-intl";
import { type ComponentType, useState } from "react";
import { Button } from "@/components/ui/button";
import { LazyScreen } from "@/components/ui/lazy-screen";

type DialogProps = { requestIds?: string[]; onClose: () => void; onDone?: () => void };
const load = (): Promise<ComponentType<DialogProps>> =>
  import("./handover-dialog").then((module) => module.HandoverDialog);

/** Hands the shift over: opens the choice of to whom and the note. The dialog is fetched when it opens. */
export function HandoverButton() {
  const t = useTranslations("handover");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button icon={<ArrowRightLeft className="i" aria-hidden />} onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      {open ? <LazyScreen<DialogProps> load={load} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
