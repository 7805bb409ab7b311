"use client";

import { OctagonAlert } from "@/components/icons/octagon-alert";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";

export type FieldProblem = { fieldId: string; words: string };

/**
 * Why a form was not sent, above its button: one sentence, or a list with a way to each field. It takes the focus
 * when it appears, so nobody presses a button and sees nothing. `attempt` counts tries, to take it again.
 */
export function FormProblem({
  problem,
  fields = [],
  attempt = 0,
}: {
  problem?: string | null;
  fields?: readonly FieldProblem[];
  attempt?: number;
}) {
  const t = useTranslations("ui.form");
  const box = useRef<HTMLDivElement>(null);
  const shown = Boolean(problem) || fields.length > 0;
  useEffect(() => {
    if (shown) box.current?.focus();
  }, [shown, attempt]);
  if (!shown) return null;
  return (
    <div className="note note-red" role="alert" tabIndex={-1} ref={box}>
      <OctagonAlert className="i" aria-hidden />
      <div className="grow">
        <p className="fw6">{problem ?? t("notSent", { count: fields.length })}</p>
        {fields.length > 0 ? (
          <ul className="error-links">
            {fields.map((field) => (
              <li key={field.fieldId}>
                <a
                  href={`#${field.fieldId}`}
                  onClick={(event) => {
                    event.preventDefault();
                    document.getElementById(field.fieldId)?.focus();
                  }}
                >
                  {field.words}
                </a>
              </li>
            ))}
          </ul>
        ) : null}
      </div>
    </div>
  );
}
