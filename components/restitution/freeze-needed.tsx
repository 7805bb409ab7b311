"use client";

import { Snowflake } from "@/components/icons/snowflake";
import { useTranslations } from "next-intl";
import { lazy, Suspense, useState } from "react";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import type { Freezes } from "@/lib/restitution/types";

const OrderDialog = lazy(() =>
  import("@/components/release/order-dialog").then((module) => ({ default: module.OrderDialog })),
);

/** What only suspends gives nothing back: the press that drafts the freezes, or who can draft them. Why not stands with each hold. */
export function FreezeNeeded({ freezes: { ready, leftOut, drafters } }: { freezes: Freezes }) {
  const t = useTranslations("restitution.freezes");
  const [isOpen, setOpen] = useState(false);
  const count = ready.length + leftOut.length;
  if (count === 0) return null;
  return (
    <div className="card-body no-print">
      <Note tone="amber" title={t("lead", { count })}>
        {drafters.length > 0 ? t("who", { names: drafters.join(", ") }) : null}
        {ready.length > 0 ? (
          <p className="pt-2">
            <Button
              look="primary"
              size="sm"
              icon={<Snowflake className="i" aria-hidden />}
              onClick={() => setOpen(true)}
            >
              {t("open", { count: ready.length })}
            </Button>
          </p>
        ) : null}
      </Note>
      {isOpen ? (
        <Suspense fallback={null}>
          <OrderDialog kindCode="ACCOUNT_FREEZE" holdIds={ready} onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </div>
  );
}
