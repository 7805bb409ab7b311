"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import type { PaperAct } from "./paper-dialog";

const PaperDialog = lazy(() => import("./paper-dialog").then((module) => ({ default: module.PaperDialog })));

/** Takes down the paper by which a limit of the case begins, or by which a notice of the law was given. */
export function PaperButton(props: { record: { id: string; version: number }; act: PaperAct }) {
  const t = useTranslations("cases");
  const [open, setOpen] = useState(false);
  const { act } = props;
  const words = act.does === "begin" ? t("begin.open") : t("notified.mark");
  return (
    <>
      <Button
        size="sm"
        aria-label={act.does === "notified" ? `${words}: ${act.name}` : undefined}
        onClick={() => setOpen(true)}
      >
        {words}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <PaperDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
