"use client";

import { useTranslations } from "next-intl";
import Form from "next/form";
import { useRef, useState, useTransition, type FormEvent } from "react";
import { useCodeWords } from "@/components/forms/field-words";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { type AuditQuestion, eventGroupNames, readAuditFilter } from "@/lib/audit/schema";
import { paths } from "@/lib/paths";
import { hashAuditTermAction } from "@/lib/search/actions";
import { ActorPicker } from "./actor-picker";
import { TermField } from "./term-field";

/**
 * What is looked for; everything goes into the address, persons by id. What cannot be read is said at its field, before the address
 * changes and again by the page that is opened by one. words: audit.errors.*
 */
export function EventFilters({
  question,
  kept,
  actor,
}: {
  question: AuditQuestion;
  kept: { group?: string; organisation?: string; term?: string };
  actor: { id: string; name: string } | null;
}) {
  const t = useTranslations("audit.filters");
  const [errors, setErrors] = useState(question.errors);
  const nameTyped = useRef("");
  const termTyped = useRef<HTMLInputElement>(null);
  const termHash = useRef<HTMLInputElement>(null);
  const [isAsking, startTransition] = useTransition();
  const codeWords = useCodeWords();
  const words = (field: string) => codeWords(errors[field]) ?? null;
  const check = (event: FormEvent<HTMLFormElement>) => {
    const found = readAuditFilter(Object.fromEntries(new FormData(event.currentTarget))).errors;
    if (nameTyped.current.trim()) found.actor = "audit.errors.actor";
    setErrors(found);
    const form = event.currentTarget;
    if (Object.keys(found).length === 0) return askForTerm(event, form);
    event.preventDefault();
    focusWrong(form);
  };
  /** What was typed goes to the server in a body; the address gets its hash, and then the form is sent. */
  const askForTerm = (event: FormEvent<HTMLFormElement>, form: HTMLFormElement) => {
    const term = termTyped.current?.value.trim();
    if (!term || termHash.current?.value) return;
    event.preventDefault();
    startTransition(async () => {
      const result = await hashAuditTermAction({ term }).catch(() => null);
      if (result?.ok && termHash.current) {
        termHash.current.value = result.data.hash;
        form.requestSubmit();
      } else {
        setErrors({ term: "audit.errors.term" });
        focusWrong(form);
      }
    });
  };
  const focusWrong = (form: HTMLFormElement) => {
    // After the errors are drawn, so that the first one is read out with its field.
    setTimeout(() => form.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus(), 0);
  };
  return (
    <Form prefetch={false} action={paths.audit} className="bar audit-bar" onSubmit={check} noValidate>
      <Field label={t("group")} isFilter>
        <Select
          name="group"
          defaultValue={kept.group ?? ""}
          placeholder={t("anyGroup")}
          choices={eventGroupNames.map((value) => ({ value, label: t(`groups.${value}`) }))}
        />
      </Field>
      <Field label={t("code")} error={words("code")} isFilter>
        <TextInput
          mono
          name="code"
          defaultValue={question.typed.code}
          data-list-filter=""
          placeholder={t("codePattern")}
          maxLength={40}
        />
      </Field>
      <Field label={t("from")} error={words("from")} isFilter>
        <TextInput
          name="from"
          defaultValue={question.typed.from}
          placeholder={t("day")}
          inputMode="numeric"
        />
      </Field>
      <Field label={t("to")} error={words("to")} isFilter>
        <TextInput name="to" defaultValue={question.typed.to} placeholder={t("day")} inputMode="numeric" />
      </Field>
      <ActorPicker
        chosen={actor}
        error={words("actor")}
        onTyped={(name) => {
          nameTyped.current = name;
          if (!name.trim()) setErrors(({ actor: _actor, ...others }) => others);
        }}
      />
      <TermField kept={kept.term} error={words("term")} typed={termTyped} hash={termHash} />
      {kept.organisation ? <input type="hidden" name="organisation" value={kept.organisation} /> : null}
      <span className="row audit-go">
        <Button type="submit" look="primary" disabled={isAsking}>
          {t("show")}
        </Button>
        <ButtonLink href={paths.audit} look="ghost">
          {t("clear")}
        </ButtonLink>
      </span>
    </Form>
  );
}
