"use client";

import { X } from "@/components/icons/x";
import { useTranslations } from "next-intl";
import { useEffect, useId, useState } from "react";
import { type Control, type FieldValues, useController } from "react-hook-form";
import { IconButton } from "@/components/ui/icon-button";
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
  const listId = useId();
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
  return (
    <div className="stack-1">
      <div className="row">
        <TextInput
          className="grow"
          value={text}
          readOnly={chosen}
          autoComplete="off"
          placeholder={t("placeholder")}
          role="combobox"
          aria-expanded={!chosen && Boolean(found?.length)}
          aria-controls={listId}
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
      <ul id={listId} className="stack-1" role="listbox" aria-label={t("results")} hidden={chosen || !found}>
        {(chosen ? [] : (found ?? [])).map((choice) => (
          <li key={choice.id} role="option" aria-selected={false}>
            <button
              type="button"
              className="btn btn-sm btn-block !justify-start"
              onClick={() => {
                field.onChange(choice.id);
                setText(choice.shortName);
                setFound(null);
                onPicked?.(choice);
              }}
            >
              <span className="fw6">{choice.shortName}</span>
              <span className="mut trunc">{choice.name}</span>
            </button>
          </li>
        ))}
      </ul>
      {!chosen && found?.length === 0 ? (
        <span className="hint" role="status">
          {t("none")}
        </span>
      ) : null}
    </div>
  );
}
