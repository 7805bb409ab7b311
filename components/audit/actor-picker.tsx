"use client";

import { X } from "@/components/icons/x";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useState, useTransition } from "react";
import { reached } from "@/components/forms/reached";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { TextInput } from "@/components/ui/text-input";
import { findActorsAction } from "@/lib/audit/actions";
import type { ActorChoice } from "@/lib/audit/types";

/** To the next or the one before of the name's field and the people found, by the arrow keys. */
function step(box: HTMLElement | null, by: 1 | -1): void {
  const stops = [...(box?.querySelectorAll<HTMLElement>("input:not([type=hidden]), .menu-item") ?? [])];
  stops[stops.findIndex((stop) => stop === document.activeElement) + by]?.focus();
}

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
  const onListKey = (event: KeyboardEvent<HTMLElement>) => {
    const box = event.currentTarget.closest<HTMLElement>(".audit-picker");
    if (event.key === "Escape") {
      setFound(null);
      box?.querySelector("input")?.focus();
    } else if (event.key === "ArrowDown") step(box, 1);
    else if (event.key === "ArrowUp") step(box, -1);
    else return;
    event.preventDefault();
  };
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
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown") return;
            event.preventDefault();
            step(event.currentTarget.closest<HTMLElement>(".audit-picker"), 1);
          }}
        />
      </Field>
      {found ? (
        <ul className="card audit-found" aria-label={t("found")} onKeyDown={onListKey}>
          {found.map((person) => (
            <li key={person.id}>
              <button
                type="button"
                className="menu-item"
                onClick={() => {
                  setPicked(person);
                  setFound(null);
                  onTyped("");
                }}
              >
                <span className="grow">{person.name}</span>
                <span className="t12 dim">{person.organisation}</span>
              </button>
            </li>
          ))}
          {found.length === 0 ? <li className="menu-part t13 mut">{t("nobody")}</li> : null}
        </ul>
      ) : null}
    </div>
  );
}
