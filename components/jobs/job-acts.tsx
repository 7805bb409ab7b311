"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { DialogForm } from "@/components/admin/dialog-form";
import { orderJobAction } from "@/lib/operations/actions";
import { jobActs, jobOrderInput } from "@/lib/operations/schema";

/** Tries a job again that was given up, or discards it, with a reason. words: admin.jobs.* */
export function JobActs({ jobId }: { jobId: string }) {
  const t = useTranslations("admin.jobs");
  const router = useRouter();
  return (
    <span className="row wrap">
      {jobActs.map((act) => (
        <DialogForm
          key={act}
          open={t(`act.${act}`)}
          title={t(`act.${act}`)}
          lead={t(`lead.${act}`)}
          done={t("ordered")}
          look={act === "discard" ? "danger" : undefined}
          formLook={act === "discard" ? "danger-solid" : "primary"}
          schema={jobOrderInput}
          action={orderJobAction}
          values={{ reason: "" }}
          fixed={{ jobId, act }}
          fields={[{ as: "area", name: "reason", label: t("reason"), required: true, wide: true }]}
          submit={t(`act.${act}`)}
          onDone={() => router.refresh()}
        />
      ))}
    </span>
  );
}
