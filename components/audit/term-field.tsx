"use client";

import { X } from "@/components/icons/x";
import { useTranslations } from "next-intl";
import { useState, type RefObject } from "react";
import { Field } from "@/components/ui/field";
import { IconButton } from "@/components/ui/icon-button";
import { TextInput } from "@/components/ui/text-input";

/**
 * An account, a telephone or a name that somebody may have looked up. What is typed has no name in the form, so that it never stands
 * in an address; its hash does, and nobody can read the term from it again.
 */
export function TermField({
  kept,
  error,
  typed,
  hash,
}: {
  kept: string | undefined;
  error: string | null;
  typed: RefObject<HTMLInputElement | null>;
  hash: RefObject<HTMLInputElement | null>;
}) {
  const t = useTranslations("audit.filters");
  const [isKept, setKept] = useState(kept !== undefined);
  if (isKept) {
    return (
      <Field label={t("term")} isFilter>
        <input key="kept" type="hidden" name="term" value={kept} />
        <span className="row input audit-picked">
          <span className="grow trunc">{t("termKept")}</span>
          <IconButton
            size="sm"
            label={t("anyTerm")}
            icon={<X className="i i-14" aria-hidden />}
            onClick={() => setKept(false)}
          />
        </span>
      </Field>
    );
  }
  return (
    <Field label={t("term")} error={error} isFilter>
      <input key="asked" type="hidden" name="term" ref={hash} />
      <TextInput ref={typed} placeholder={t("termPattern")} autoComplete="off" maxLength={120} />
    </Field>
  );
}
