"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/toast";
import { signerTitles } from "@/lib/people/role-rules";
import { openKindPeriodAction } from "@/lib/reference/actions";
import { limitUnits } from "@/lib/reference/limits";
import { addresseeWords } from "@/lib/reference/addressee-words";
import { kindPeriodInput, kindStages, procuracyRules } from "@/lib/reference/schema";
import type { DocumentChoice, KindPeriod } from "@/lib/reference/types";
import { useChoices } from "./choices";
import { CommandForm } from "./command-form";
import { type FormField, typedDay } from "./form-field";

/** A new period of a request kind, begun from the one that is open; one that is not past its first day is corrected where it stands. */
export function KindPeriodForm({
  period,
  from,
  isOpen,
  documents,
}: {
  period: KindPeriod;
  from: string;
  isOpen: boolean;
  documents: readonly DocumentChoice[];
}) {
  const t = useTranslations("admin.requestKind");
  const choices = useChoices();
  const toast = useToast();
  const router = useRouter();
  const {
    nameVi,
    nameEn,
    documentVi,
    addressees,
    stage,
    procuracy,
    signerTitles: signers,
    legalBases,
    maxHold,
    note,
    source,
  } = period;
  const holdFields: FormField[] = maxHold
    ? [
        {
          as: "number",
          name: "maxHoldValue",
          label: t("maxHold"),
          hint: t("maxHoldHint"),
          required: true,
        },
        {
          as: "select",
          name: "maxHoldUnit",
          label: t("maxHoldUnit"),
          choices: choices("unit", limitUnits),
          required: true,
        },
      ]
    : [];
  return (
    <CommandForm
      schema={kindPeriodInput}
      action={openKindPeriodAction}
      fixed={{ periodId: period.id, version: period.version }}
      values={{
        validFrom: typedDay(from),
        nameVi,
        nameEn,
        documentVi,
        addressees,
        stage,
        procuracy,
        signerTitles: signers,
        legalBases: legalBases.join("\n"),
        ...(maxHold ? { maxHoldValue: String(maxHold.value), maxHoldUnit: maxHold.unit } : {}),
        note: note ?? "",
        source,
      }}
      fields={[
        {
          as: "day",
          name: "validFrom",
          label: t("validFrom"),
          hint: t(isOpen ? "correctHint" : "validFromHint"),
          required: true,
          wide: true,
        },
        { as: "text", name: "nameVi", label: t("nameVi"), required: true },
        { as: "text", name: "nameEn", label: t("nameEn"), required: true },
        { as: "text", name: "documentVi", label: t("document"), required: true, wide: true },
        {
          as: "checks",
          name: "addressees",
          label: t("addressees"),
          choices: choices("addressee", addresseeWords),
          required: true,
        },
        {
          as: "select",
          name: "stage",
          label: t("stage"),
          choices: choices("stage", kindStages),
          required: true,
        },
        {
          as: "select",
          name: "procuracy",
          label: t("procuracy"),
          choices: choices("procuracy", procuracyRules),
          required: true,
        },
        {
          as: "checks",
          name: "signerTitles",
          label: t("signers"),
          choices: choices("signer", signerTitles),
          required: true,
        },
        { as: "bases", name: "legalBases", label: t("bases"), documents },
        ...holdFields,
        { as: "area", name: "note", label: t("note"), rows: 2 },
        { as: "text", name: "source", label: t("source"), required: true, wide: true },
      ]}
      submit={t(isOpen ? "correctSubmit" : "submit")}
      onDone={() => {
        toast(t(isOpen ? "corrected" : "done"));
        router.refresh();
      }}
    />
  );
}
