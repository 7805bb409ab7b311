"use client";

import { Check } from "@/components/icons/check";
import { Copy } from "@/components/icons/copy";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Timestamp } from "@/components/ui/timestamp";
import type { ReceivedRequest } from "@/lib/requests/desk/types";
import { typedText } from "./typed-text";

/** Above an answer that was being typed when its order was withdrawn: by whom, when and why, and a way to take along what was typed. */
export function WithdrawnMeanwhile({
  stated,
  formId,
}: {
  stated: ReceivedRequest["stated"];
  /** The form whose fields are copied. */
  formId: string;
}) {
  const t = useTranslations("answers.withdrawn");
  const [copied, setCopied] = useState(false);
  function copy(): void {
    const form = document.getElementById(formId);
    if (!(form instanceof HTMLFormElement)) return;
    navigator.clipboard.writeText(typedText(form)).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  }
  const Icon = copied ? Check : Copy;
  return (
    <Note
      tone="red"
      announce
      title={t("title")}
      className="mb-3"
      action={
        <Button size="sm" icon={<Icon className="i" aria-hidden />} onClick={copy}>
          {t(copied ? "copied" : "copy")}
        </Button>
      }
    >
      {stated ? (
        <p className="prose">
          <b className="fw6">{stated.who}</b>{" "}
          <span className="t12">
            <Timestamp at={stated.at} />
          </span>
          {"\n"}
          {stated.reason}
        </p>
      ) : null}
      <p>{t("text")}</p>
    </Note>
  );
}
