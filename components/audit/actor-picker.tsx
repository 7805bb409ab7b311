"use client";

import { X } from "@/components/icons/x";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { useFound } from "@/components/forms/use-found";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { SuggestionList, useSuggestions } from "@/components/ui/suggestions";
import { TextInput } from "@/components/ui/text-input";
import { findActorsAction } from "@/lib/audit/actions";
import type { ActorChoice } from "@/lib/audit/types";

const look = (name: string) => findActorsAction({ name });

/**
 * Finds a person by any part of the name, accents forgiven, and keeps only the id in the form, so that no name stands in an address.
 * `onTyped` hears a name that nobody was chosen for yet.
 */
export function ActorPicker({
  chosen,
  error,
  onTyped,
}: {
  chosen: { id: string; name: string } | null;
  error: string | null;
  onTyped: (name: string) => void;
}) {
  const t = useTranslations("audit.filters");
  const [picked, setPicked] = useState(chosen);
  const [text, setText] = useState("");
  const { found, said, close } = useFound(text, look, t("nobody"));
  const pick = (person: ActorChoice) => {
    setPicked(person);
    setText("");
    onTyped("");
  };
  const suggestions = useSuggestions(found, pick, close);
  if (picked) {
    return (
      <Field label={t("actor")} isFilter>
        <input type="hidden" name="actor" value={picked.id} />
        <span className="row input audit-picked">
          <span className="grow trunc">{picked.name}</span>
          <IconButton
            size="sm"
            label={t("anyActor")}
            icon={<X className="i i-14" aria-hidden />}
            onClick={() => setPicked(null)}
          />
        </span>
      </Field>
    );
  }
  return (
    <div className="audit-picker">
      <Field label={t("actor")} error={error} isFilter>
        <TextInput
          placeholder={t("actorPattern")}
          autoComplete="off"
          maxLength={80}
          onChange={(event) => {
            onTyped(event.target.value);
            setText(event.target.value);
          }}
          {...suggestions.input}
        />
      </Field>
      <SuggestionList
        list={suggestions.list}
        label={t("found")}
        className="card audit-found"
        show={(person) => (
          <>
            <span className="grow">{person.name}</span>
            <span className="t12 dim">{person.organisation}</span>
          </>
        )}
      />
      {said ? (
        <p className="card audit-found menu-part t13 mut" role="status">
          {said}
        </p>
      ) : null}
    </div>
  );
}
