"use client";

import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";

const NotifiedDialog = lazy(() =>
  import("./notified-dialog").then((module) => ({ default: module.NotifiedDialog })),
);

/** Says that a notice of the law was sent; its clock ends. */
export function NotifiedButton(props: {
  record: { id: string; version: number };
  deadlineId: string;
  name: string;
  mayExtend: boolean;
}) {
  const t = useTranslations("cases.notified");
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="sm" aria-label={`${t("mark")}: ${props.name}`} onClick={() => setOpen(true)}>
        {t("mark")}
      </Button>
      {open ? (
        <Suspense fallback={null}>
          <NotifiedDialog {...props} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
