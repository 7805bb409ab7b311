"use client";

import { Download } from "@/components/icons/download";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { LiveButton } from "@/components/ui/live-button";
import { Menu } from "@/components/ui/menu";
import { Note } from "@/components/ui/note";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { mostAnHour, rowsWithoutReason } from "@/lib/exports/types";
import { paths } from "@/lib/paths";
import { pictureOf, saveAs } from "./save-file";

const formats = ["svg", "png", "xlsx"] as const;
type Format = (typeof formats)[number];

/** Takes the trail out as a file; many accounts leave only with a reason. `rows`: accounts that leave. */
export function ExportButtons({ caseId, rows }: { caseId: string; rows: number }) {
  const t = useTranslations("trail.export");
  const toast = useToast();
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState<"failed" | "tooMany" | null>(null);
  const [asking, setAsking] = useState<Format | null>(null);
  const [reason, setReason] = useState("");

  async function take(format: Format): Promise<void> {
    if (rows > rowsWithoutReason && !reason.trim()) return setAsking(format);
    setAsking(null);
    setPending(true);
    setFailed(null);
    try {
      const response = await fetch(paths.trailFile(caseId, format), {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(reason.trim() ? { reason: reason.trim() } : {}),
      });
      if (response.status === 429) {
        setPending(false);
        return setFailed("tooMany");
      }
      if (!response.ok) throw new Error(String(response.status));
      const number = response.headers.get("x-export-number") ?? "";
      const name =
        /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1] ?? number;
      if (format === "png") saveAs(await pictureOf(await response.text()), name.replace(/svg$/, "png"));
      else saveAs(await response.blob(), name);
      toast(t("done", { number }));
    } catch {
      setFailed("failed");
    }
    setPending(false);
  }

  return (
    <>
      <Menu
        label={t("label")}
        named
        className="btn btn-sm"
        trigger={
          <>
            <Download className="i" aria-hidden />
            {t("label")}
          </>
        }
      >
        {formats.map((format) => (
          <LiveButton key={format} className="menu-item" disabled={pending} onClick={() => void take(format)}>
            {t(format)}
          </LiveButton>
        ))}
      </Menu>
      {failed ? (
        <Note tone="red" announce>
          {t(failed, { most: mostAnHour })}
        </Note>
      ) : null}
      <Dialog
        open={asking !== null}
        onClose={() => setAsking(null)}
        title={t("label")}
        lead={t("reasonLead", { rows: rowsWithoutReason })}
        footer={
          <>
            <Button onClick={() => setAsking(null)}>{t("cancel")}</Button>
            <Button look="primary" disabled={!reason.trim()} onClick={() => asking && void take(asking)}>
              {t("go")}
            </Button>
          </>
        }
      >
        <Field label={t("reason")} required>
          <Textarea
            rows={3}
            maxLength={500}
            value={reason}
            onChange={(event) => setReason(event.target.value)}
          />
        </Field>
      </Dialog>
    </>
  );
}
