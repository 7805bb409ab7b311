"use client";

import { X } from "@/components/icons/x";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { type Control, type FieldValues, useController } from "react-hook-form";
import { IconButton } from "@/components/ui/icon-button";
import { SuggestionList, useSuggestions } from "@/components/ui/suggestions";
import { TextInput } from "@/components/ui/text-input";
import { findOrganisationsAction } from "@/lib/organisations/actions";
import { unpicked } from "@/lib/organisations/schema";
import type { OrganisationChoice } from "@/lib/organisations/types";

const afterTypingMs = 250;

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
  const [found, setFound] = useState<OrganisationChoice[] | null>(null);
  const chosen = Boolean(field.value) && field.value !== unpicked;

  useEffect(() => {
    if (chosen || text.trim().length < 2) return;
    let current = true;
    const look = async () => {
      const result = await findOrganisationsAction({ text }).catch(() => null);
      if (current && result?.ok) setFound(result.data);
    };
    const timer = setTimeout(() => void look(), afterTypingMs);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text, chosen]);

  const clear = () => {
    field.onChange("");
    setText("");
    setFound(null);
    onPicked?.(null);
  };
  const pick = (choice: OrganisationChoice) => {
    field.onChange(choice.id);
    setText(choice.shortName);
    setFound(null);
    onPicked?.(choice);
  };
  const suggestions = useSuggestions(chosen ? null : found, pick, () => setFound(null));
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
            if (event.target.value.trim().length < 2) setFound(null);
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
      {!chosen && found?.length === 0 ? (
        <span className="hint" role="status">
          {t("none")}
        </span>
      ) : null}
    </div>
  );
}
