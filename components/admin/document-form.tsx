"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/toast";
import { changeDocumentAction, createDocumentAction } from "@/lib/reference/actions";
import {
  changeDocumentInput,
  documentStatuses,
  documentTypes,
  newDocumentInput,
} from "@/lib/reference/schema";
import type { LegalDetail } from "@/lib/reference/types";
import { paths } from "@/lib/paths";
import { useChoices } from "./choices";
import { CommandForm } from "./command-form";
import { type FormField, typedDay } from "./form-field";

/** Enters a legal document, or changes the one given. */
export function DocumentForm({ document }: { document?: LegalDetail }) {
  const t = useTranslations("admin.document");
  const choices = useChoices();
  const toast = useToast();
  const router = useRouter();
  const fields: FormField[] = [
    { as: "text", name: "number", label: t("number") },
    {
      as: "select",
      name: "type",
      label: t("type"),
      choices: choices("type", documentTypes),
      placeholder: t("choose"),
      required: true,
    },
    { as: "text", name: "titleVi", label: t("titleVi"), required: true, wide: true },
    { as: "text", name: "titleEn", label: t("titleEn"), required: true, wide: true },
    { as: "text", name: "issuer", label: t("issuer") },
    {
      as: "select",
      name: "status",
      label: t("status"),
      choices: choices("status", documentStatuses),
      required: true,
    },
    { as: "day", name: "validFrom", label: t("validFrom") },
    { as: "day", name: "validTo", label: t("validTo") },
    { as: "area", name: "articles", label: t("articles"), hint: t("articlesHint"), rows: 8 },
    { as: "text", name: "source", label: t("source"), required: true, wide: true },
  ];
  const values = {
    number: document?.number ?? "",
    type: document?.type ?? "",
    titleVi: document?.titleVi ?? "",
    titleEn: document?.titleEn ?? "",
    issuer: document?.issuer ?? "",
    status: document?.status ?? "in-force",
    validFrom: typedDay(document?.validFrom ?? null),
    validTo: typedDay(document?.validTo ?? null),
    articles: (document?.articles ?? [])
      .map(({ article, summaryVi }) => `${article} | ${summaryVi.replaceAll("\n", " ")}`)
      .join("\n"),
    source: document?.source ?? "",
  };
  if (document) {
    return (
      <CommandForm
        schema={changeDocumentInput}
        action={changeDocumentAction}
        fixed={{ documentId: document.id, version: document.version }}
        values={values}
        fields={fields}
        submit={t("save")}
        onDone={() => toast(t("saved"))}
      />
    );
  }
  return (
    <CommandForm
      schema={newDocumentInput}
      action={createDocumentAction}
      values={{ documentId: "", ...values }}
      fields={[
        {
          as: "text",
          name: "documentId",
          label: t("id"),
          hint: t("idHint"),
          mono: true,
          required: true,
          wide: true,
        },
        ...fields,
      ]}
      submit={t("create")}
      onDone={({ documentId }) => {
        toast(t("created"));
        router.push(paths.adminLegalDocument(documentId));
      }}
    />
  );
}
