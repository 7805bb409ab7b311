"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useToast } from "@/components/ui/toast";
import { OrganisationKind, OrganisationLevel } from "@/lib/generated/prisma/enums";
import {
  changeOrganisationAction,
  createOrganisationAction,
  moveOrganisationAction,
} from "@/lib/organisations/actions";
import {
  changeOrganisationInput,
  moveOrganisationInput,
  newOrganisationInput,
} from "@/lib/organisations/schema";
import type { OrganisationDetail } from "@/lib/organisations/types";
import { paths } from "@/lib/paths";
import { useChoices } from "./choices";
import { CommandForm } from "./command-form";
import { DialogForm } from "./dialog-form";
import { type FormField, typedDay } from "./form-field";

function useKeptFields(): FormField[] {
  const t = useTranslations("admin.organisation");
  return [
    { as: "text", name: "name", label: t("name"), required: true, wide: true },
    { as: "text", name: "shortName", label: t("shortName"), required: true },
    { as: "text", name: "nameEn", label: t("nameEn"), required: true },
    { as: "area", name: "aliases", label: t("aliases"), hint: t("aliasesHint") },
    { as: "text", name: "symbol", label: t("symbol"), hint: t("symbolHint") },
    { as: "text", name: "dutyPhone", label: t("dutyPhone") },
    { as: "day", name: "validFrom", label: t("validFrom"), required: true },
    { as: "day", name: "validTo", label: t("validTo"), hint: t("validToHint") },
    { as: "text", name: "source", label: t("source"), hint: t("sourceHint"), required: true, wide: true },
    { as: "check", name: "onPortal", label: t("onPortal"), hint: t("onPortalHint") },
  ];
}

/** Enters an organisation into the register. */
export function NewOrganisationForm({
  provinces,
  today,
}: {
  provinces: { code: string; name: string }[];
  today: string;
}) {
  const t = useTranslations("admin.organisation");
  const choices = useChoices();
  const kept = useKeptFields();
  const router = useRouter();
  const toast = useToast();
  return (
    <CommandForm
      schema={newOrganisationInput}
      action={createOrganisationAction}
      values={{
        code: "",
        kind: "",
        level: "",
        provinceCode: "",
        parentId: "",
        name: "",
        shortName: "",
        nameEn: "",
        aliases: "",
        symbol: "",
        dutyPhone: "",
        validFrom: typedDay(today),
        validTo: "",
        source: "",
        onPortal: false,
        specialisedCyber: false,
      }}
      fields={[
        {
          as: "select",
          name: "kind",
          label: t("kind"),
          choices: choices("kind", Object.values(OrganisationKind)),
          placeholder: t("choose"),
          required: true,
        },
        { as: "text", name: "code", label: t("code"), hint: t("codeHint"), mono: true, required: true },
        {
          as: "select",
          name: "level",
          label: t("level"),
          choices: choices("level", Object.values(OrganisationLevel)),
          placeholder: t("none"),
        },
        {
          as: "select",
          name: "provinceCode",
          label: t("province"),
          choices: provinces.map(({ code, name }) => ({ value: code, label: name })),
          placeholder: t("none"),
        },
        { as: "organisation", name: "parentId", label: t("parent"), hint: t("parentHint"), wide: true },
        ...kept,
        { as: "check", name: "specialisedCyber", label: t("cyber"), hint: t("cyberHint") },
      ]}
      submit={t("create")}
      onDone={({ organisationId }) => {
        toast(t("created"));
        router.push(paths.adminOrganisation(organisationId));
      }}
    />
  );
}

/** Changes names, contact and validity. */
export function ChangeOrganisationForm({ organisation }: { organisation: OrganisationDetail }) {
  const t = useTranslations("admin.organisation");
  const kept = useKeptFields();
  const toast = useToast();
  const {
    id,
    version,
    name,
    shortName,
    nameEn,
    aliases,
    symbol,
    dutyPhone,
    validFrom,
    validTo,
    source,
    onPortal,
  } = organisation;
  return (
    <CommandForm
      schema={changeOrganisationInput}
      action={changeOrganisationAction}
      fixed={{ organisationId: id, version }}
      values={{
        name,
        shortName,
        nameEn,
        aliases: aliases.join("\n"),
        symbol: symbol ?? "",
        dutyPhone: dutyPhone ?? "",
        validFrom: typedDay(validFrom),
        validTo: typedDay(validTo),
        source,
        onPortal,
      }}
      fields={kept}
      submit={t("save")}
      onDone={() => toast(t("saved"))}
    />
  );
}

/** Puts it under another organisation from a day on. */
export function MoveOrganisationForm({
  organisation,
  today,
}: {
  organisation: OrganisationDetail;
  today: string;
}) {
  const t = useTranslations("admin.organisation.move");
  return (
    <DialogForm
      open={t("open")}
      title={t("title", { name: organisation.shortName })}
      lead={t("lead")}
      done={t("done")}
      schema={moveOrganisationInput}
      action={moveOrganisationAction}
      fixed={{ organisationId: organisation.id, version: organisation.version }}
      values={{ parentId: "", from: typedDay(today), reason: "" }}
      fields={[
        { as: "organisation", name: "parentId", label: t("parent"), hint: t("parentHint"), wide: true },
        { as: "day", name: "from", label: t("from"), required: true },
        { as: "area", name: "reason", label: t("reason"), rows: 2, required: true },
      ]}
      submit={t("submit")}
    />
  );
}
