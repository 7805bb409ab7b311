"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { DialogForm } from "@/components/admin/dialog-form";
import { discardAsideAction } from "@/lib/operations/actions";
import { discardAsideInput } from "@/lib/operations/schema";
import type { AsideSource } from "@/lib/operations/sources";

/** Passes a row that was set aside over for good, with a reason. words: admin.jobs.* */
export function DiscardAside({ source, rowId }: { source: AsideSource; rowId: string }) {
  const t = useTranslations("admin.jobs");
  const router = useRouter();
  return (
    <DialogForm
      open={t("asideDiscard")}
      title={t("asideDiscard")}
      lead={t(source === "ladder-steps" ? "asideLeadClock" : "asideLead")}
      done={t("ordered")}
      look="danger"
      formLook="danger-solid"
      schema={discardAsideInput}
      action={discardAsideAction}
      values={{ reason: "" }}
      fixed={{ source, rowId }}
      fields={[{ as: "area", name: "reason", label: t("reason"), required: true, wide: true }]}
      submit={t("asideDiscard")}
      onDone={() => router.refresh()}
    />
  );
}
