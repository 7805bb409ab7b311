"use client";

import { FileSpreadsheet } from "@/components/icons/file-spreadsheet";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { saveAs } from "@/components/trail/save-file";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import { TextInput } from "@/components/ui/text-input";
import { useToast } from "@/components/ui/toast";
import { rowsWithoutReason } from "@/lib/exports/types";
import { paths } from "@/lib/paths";
import { type HoldFilter, holdQuery, mostListed } from "@/lib/release/filter";

const codes: Partial<Record<number, string>> = {
  404: "not-found",
  409: "not-now",
  400: "invalid",
  429: "too-many",
};

/** The list as a workbook. By script, because what was typed and the reason go in the body and stand in no address. */
export function HoldBookButton({
  filter,
  text,
  count,
}: {
  filter: HoldFilter;
  text?: string;
  count: number;
}) {
  const t = useTranslations("release.takeOut");
  const problemWords = useProblemWords();
  const toast = useToast();
  const [isOpen, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isTooMany = count > mostListed;

  async function take(): Promise<void> {
    const form = new FormData();
    if (text) form.set("text", text);
    if (reason.trim()) form.set("reason", reason);
    setPending(true);
    setProblem(null);
    const response = await fetch(paths.holdBook(holdQuery(filter)), { method: "POST", body: form }).catch(
      () => null,
    );
    const file = response?.ok ? await response.blob().catch(() => null) : null;
    setPending(false);
    if (!response || !file)
      return setProblem(
        problemWords(response && !response.ok ? (codes[response.status] ?? "unexpected") : "unreachable"),
      );
    const [, name = ""] = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "") ?? [];
    saveAs(file, name);
    setOpen(false);
    toast(t("done"));
  }
  const ask = count > rowsWithoutReason;
  return (
    <>
      <Button
        pending={pending && !isOpen}
        icon={<FileSpreadsheet className="i" aria-hidden />}
        onClick={() => (ask ? setOpen(true) : void take())}
      >
        {t("open")}
      </Button>
      {isOpen ? null : <FormProblem problem={problem} />}
      <Dialog
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t("title")}
        lead={isTooMany ? t("tooMany", { most: mostListed }) : t("lead", { most: rowsWithoutReason })}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t("cancel")}</Button>
            {isTooMany ? null : (
              <Button
                look="primary"
                pending={pending}
                disabled={reason.trim().length < 3}
                onClick={() => void take()}
              >
                {t("take")}
              </Button>
            )}
          </>
        }
      >
        {isTooMany ? null : (
          <Form onSubmit={take}>
            <Field label={t("reason")} required>
              <TextInput
                maxLength={2_000}
                autoComplete="off"
                value={reason}
                onChange={(event) => setReason(event.target.value)}
              />
            </Field>
            <FormProblem problem={problem} />
          </Form>
        )}
      </Dialog>
    </>
  );
}
