"use client";

import { X } from "@/components/icons/x";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { reached } from "@/components/forms/reached";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { SuggestionList, useSuggestions } from "@/components/ui/suggestions";
import { TextInput } from "@/components/ui/text-input";
import { findActorsAction } from "@/lib/audit/actions";
import type { ActorChoice } from "@/lib/audit/types";

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
  const [found, setFound] = useState<ActorChoice[] | null>(null);
  const [, startTransition] = useTransition();
  const look = (name: string) => {
    if (name.trim().length < 2) return setFound(null);
    startTransition(async () => {
      const result = await reached(findActorsAction({ name }));
      setFound(result.ok ? result.data : []);
    });
  };
  const pick = (person: ActorChoice) => {
    setPicked(person);
    setFound(null);
    onTyped("");
  };
  const suggestions = useSuggestions(found, pick, () => setFound(null));
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
            look(event.target.value);
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
      {found?.length === 0 ? (
        <p className="card audit-found menu-part t13 mut" role="status">
          {t("nobody")}
        </p>
      ) : null}
    </div>
  );
}
