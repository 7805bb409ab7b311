import { useTranslations } from "next-intl";
import { useState } from "react";
import type { OrganisationKind } from "@/lib/generated/prisma/enums";
import { rolesFor, signerTitles } from "@/lib/people/role-rules";
import { useChoices } from "./choices";
import type { FormField } from "./form-field";

/** The fields of a membership, with the roles that its kind of organisation knows; none before one is chosen. */
export function useMembershipFields(kind: OrganisationKind | null): FormField[] {
  const t = useTranslations("admin.membership");
  const choices = useChoices();
  const allowed = kind === null ? [] : rolesFor(kind);
  return [
    {
      as: "checks",
      name: "roles",
      label: t("roles"),
      hint: kind === null ? t("rolesFirst") : allowed.length === 0 ? t("rolesNone") : t("rolesHint"),
      choices: choices("roles", allowed),
      required: true,
    },
    { as: "text", name: "title", label: t("title"), hint: t("titleHint") },
    {
      as: "select",
      name: "signerTitle",
      label: t("signer"),
      hint: t("signerHint"),
      choices: choices("signer", signerTitles),
      placeholder: t("noSigner"),
    },
    { as: "check", name: "heads", label: t("heads"), hint: t("headsHint") },
    { as: "day", name: "validTo", label: t("validTo"), hint: t("validToHint") },
  ];
}

/** The same for a membership that is yet to be given: where it is held decides what may be held. */
export function useNewMembershipFields(): FormField[] {
  const t = useTranslations("admin.membership");
  const [kind, setKind] = useState<OrganisationKind | null>(null);
  const fields = useMembershipFields(kind);
  return [
    {
      as: "organisation",
      name: "organisationId",
      label: t("organisation"),
      onPicked: (choice) => setKind(choice?.kind ?? null),
      required: true,
      wide: true,
    },
    ...fields,
  ];
}

/** What such a form holds before anything is chosen. */
export const noMembership = {
  organisationId: "",
  roles: [],
  title: "",
  signerTitle: "",
  heads: false,
  validTo: "",
};
