"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { DialogForm } from "@/components/admin/dialog-form";
import { changeLadderStepAction, confirmLadderStepAction } from "@/lib/ladder/actions";
import type { LadderStepRow } from "@/lib/ladder/policy-queries";
import { ladderStepInput } from "@/lib/ladder/schema";
import { confirmInput } from "@/lib/reference/schema";

/** What an administrator does with a step: change when it comes, confirm it against its source. */
export function StepForms({ step, title }: { step: LadderStepRow; title: string }) {
  const t = useTranslations("admin.ladder");
  const v = useTranslations("admin.verify");
  const router = useRouter();
  const fixed = { id: step.id, version: step.version };
  return (
    <div className="row wrap">
      {step.rung === "breach" ? null : (
        <DialogForm<unknown>
          open={t("change")}
          title={title}
          lead={t("changeLead")}
          done={t("changed")}
          schema={ladderStepInput}
          action={changeLadderStepAction}
          fixed={fixed}
          values={{ amount: String(step.amount), enabled: step.enabled, source: step.source ?? "" }}
          fields={[
            { as: "number", name: "amount", label: t(step.isShare ? "share" : "minutes"), required: true },
            { as: "check", name: "enabled", label: t("enabled") },
            { as: "text", name: "source", label: v("source"), hint: v("sourceHint"), required: true },
          ]}
          submit={t("save")}
          onDone={() => router.refresh()}
        />
      )}
      {step.verify ? (
        <DialogForm<unknown>
          open={v("confirm")}
          title={v("title")}
          lead={v("lead")}
          done={v("confirmed")}
          schema={confirmInput}
          action={confirmLadderStepAction}
          fixed={fixed}
          values={{ source: step.source ?? "" }}
          fields={[{ as: "area", name: "source", label: v("source"), hint: v("sourceHint"), required: true }]}
          submit={v("confirm")}
          onDone={() => router.refresh()}
        />
      ) : null}
    </div>
  );
}
