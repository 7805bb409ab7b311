"use client";

import { useTranslations } from "next-intl";
import { AmendmentDiff } from "@/components/requests/amendments/amendment-diff";
import type { AmendmentCard } from "@/lib/requests/amendments/types";
import { SignatureDialog } from "./signature-dialog";

type Props = {
  open: boolean;
  asksCode: boolean;
  pending: boolean;
  error: string | null;
  card: AmendmentCard;
  onSign: (code?: string) => void;
  onClose: () => void;
};

/** The last press before an amendment is signed: the differences once more. */
export function AmendmentSign({ card, ...signing }: Props) {
  const t = useTranslations("amendment");
  return (
    <SignatureDialog
      {...signing}
      title={t("signTitle", { code: card.requestCode })}
      lead={t("signLead")}
      sign={t("sign")}
    >
      <AmendmentDiff changes={card.changes} />
    </SignatureDialog>
  );
}
