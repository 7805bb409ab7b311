"use client";

import { useTranslations } from "next-intl";
import Form from "next/form";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { type AuditFilter, eventGroupNames } from "@/lib/audit/schema";
import { paths } from "@/lib/paths";
import { ActorPicker } from "./actor-picker";

const written = (day: string | undefined) => day?.split("-").reverse().join("/") ?? "";

/** What is looked for; everything goes into the address, persons by id. */
export function EventFilters({ filter, actorName }: { filter: AuditFilter; actorName: string | null }) {
  const t = useTranslations("audit.filters");
  return (
    <Form action={paths.audit} className="bar audit-bar" key={JSON.stringify(filter)}>
      <Field label={t("group")} required>
        <Select
          name="group"
          defaultValue={filter.group ?? ""}
          placeholder={t("anyGroup")}
          choices={eventGroupNames.map((value) => ({ value, label: t(`groups.${value}`) }))}
        />
      </Field>
      <Field label={t("code")} required>
        <TextInput
          mono
          name="code"
          defaultValue={filter.code ?? ""}
          placeholder={t("codePattern")}
          maxLength={40}
        />
      </Field>
      <Field label={t("from")} required>
        <TextInput
          name="from"
          defaultValue={written(filter.from)}
          placeholder={t("day")}
          inputMode="numeric"
        />
      </Field>
      <Field label={t("to")} required>
        <TextInput name="to" defaultValue={written(filter.to)} placeholder={t("day")} inputMode="numeric" />
      </Field>
      <ActorPicker chosen={filter.actor && actorName ? { id: filter.actor, name: actorName } : null} />
      {filter.organisation ? <input type="hidden" name="organisation" value={filter.organisation} /> : null}
      <span className="row audit-go">
        <Button type="submit" look="primary">
          {t("show")}
        </Button>
        <ButtonLink href={paths.audit} look="ghost">
          {t("clear")}
        </ButtonLink>
      </span>
    </Form>
  );
}
