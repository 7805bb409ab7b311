"use client";

import { X } from "@/components/icons/x";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { type Control, type FieldValues, useController } from "react-hook-form";
import { useFound } from "@/components/forms/use-found";
import { IconButton } from "@/components/ui/icon-button";
import { SuggestionList, useSuggestions } from "@/components/ui/suggestions";
import { TextInput } from "@/components/ui/text-input";
import { findOrganisationsAction } from "@/lib/organisations/actions";
import { unpicked } from "@/lib/organisations/schema";
import type { OrganisationChoice } from "@/lib/organisations/types";

const look = (text: string) => findOrganisationsAction({ text });

/** Chooses an organisation by part of its name, with or without accents. The value is its id. */
export function OrganisationPicker({
  name,
  shown = "",
  onPicked,
  control,
}: {
  name: string;
  shown?: string;
  /** Hears which one was chosen, and null when it is taken back. */
  onPicked?: (choice: OrganisationChoice | null) => void;
  control: Control<FieldValues>;
}) {
  const t = useTranslations("admin.picker");
  const { field } = useController({ name, control });
  const [text, setText] = useState(shown);
  const chosen = Boolean(field.value) && field.value !== unpicked;

  const { found, said, close } = useFound(chosen ? "" : text, look, t("none"));

  const clear = () => {
    field.onChange("");
    setText("");
    onPicked?.(null);
  };
  const pick = (choice: OrganisationChoice) => {
    field.onChange(choice.id);
    setText(choice.shortName);
    onPicked?.(choice);
  };
  const suggestions = useSuggestions(found, pick, close);
  return (
    <div className="stack-1">
      <div className="row">
        <TextInput
          className="grow"
          value={text}
          readOnly={chosen}
          autoComplete="off"
          placeholder={t("placeholder")}
          {...(chosen ? {} : suggestions.input)}
          onBlur={field.onBlur}
          onChange={(event) => {
            setText(event.target.value);
            field.onChange(event.target.value.trim() ? unpicked : "");
          }}
        />
        {chosen ? (
          <IconButton label={t("clear")} icon={<X className="i" aria-hidden />} onClick={clear} />
        ) : null}
      </div>
      <SuggestionList
        list={suggestions.list}
        label={t("results")}
        className="card"
        show={(choice) => (
          <>
            <span className="fw6">{choice.shortName}</span>
            <span className="mut trunc">{choice.name}</span>
          </>
        )}
      />
      {said ? (
        <span className="hint" role="status">
          {said}
        </span>
      ) : null}
    </div>
  );
}
