"use client";

import { ArrowRightLeft } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ComponentType, useState } from "react";
import { Button } from "@/components/ui/button";
import { LazyScreen } from "@/components/ui/lazy-screen";
import type { HandoverOffer } from "@/lib/requests/handover/types";

type DialogProps = { offer: HandoverOffer; requestIds?: string[]; onClose: () => void; onDone?: () => void };
const load = (): Promise<ComponentType<DialogProps>> =>
  import("./handover-dialog").then((module) => module.HandoverDialog);

/** Hands the shift over: opens the choice of to whom and the note. The dialog is fetched when it opens. */
export function HandoverButton({ offer }: { offer: HandoverOffer }) {
  const t = useTranslations("handover");
  const [open, setOpen] = useState(false);
  if (offer.held === 0) return null;
  return (
    <>
      <Button icon={<ArrowRightLeft className="i" aria-hidden />} onClick={() => setOpen(true)}>
        {t("open", { count: offer.held })}
      </Button>
      {open ? <LazyScreen<DialogProps> load={load} offer={offer} onClose={() => setOpen(false)} /> : null}
    </>
  );
}
