"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";

const BeginLimitDialog = lazy(() =>
  import("./begin-limit-dialog").then((module) => ({ default: module.BeginLimitDialog })),
);

/** Says by which paper a limit of the case began. `isExtended`: the complex limit runs, so that the procuracy may be asked for more. */
export function BeginLimitButton(props: { record: { id: string; version: number }; isExtended: boolean }) {
  const t = useTranslations("cases.begin");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" onClick={() => setOpen(true)}>
        {t("open")}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <BeginLimitDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
