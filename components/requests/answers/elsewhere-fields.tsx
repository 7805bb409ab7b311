"use client";

import { useLocale, useTranslations } from "next-intl";
import type { UseFormRegisterReturn } from "react-hook-form";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import type { Institution } from "@/lib/requests/desk/types";
import type { Language } from "@/lib/i18n/languages";
import { countryChoices } from "@/lib/reference/countries";
import { elsewherePlaces, namedPlaces } from "@/lib/requests/kinds/elsewhere";
import { placeChoice, placeIn } from "./onward-values";

/** Where money can have gone: the few places elsewhere, seen without scrolling, then the institutions of the list. */
export function ReceiverChoices({ institutions }: { institutions: readonly Institution[] }) {
  const t = useTranslations("answers.elsewhere");
  // words: answers.elsewhere.places.*
  return (
    <>
      <optgroup label={t("group")}>
        {elsewherePlaces.map((place) => (
          <option key={place} value={placeChoice(place)}>
            {t(`places.${place}`)}
          </option>
        ))}
      </optgroup>
      <optgroup label={t("listed")}>
        {institutions.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </optgroup>
    </>
  );
}

type Part = "name" | "country" | "swift";

/** What a place elsewhere is told by: its name, and of one abroad its country and its bank's code. Nothing for an institution of the list. */
export function ElsewhereFields({
  choice,
  number,
  register,
  errorAt,
}: {
  /** What is chosen as the receiver. */
  choice: string | undefined;
  number: number;
  register: (part: Part) => UseFormRegisterReturn;
  errorAt: (part: Part) => string | undefined;
}) {
  const t = useTranslations("answers.elsewhere");
  const language = useLocale() as Language;
  const place = placeIn(choice);
  // words: answers.elsewhere.name.* · answers.elsewhere.nameHint.*
  if (place === null) return null;
  const needsName = namedPlaces.some((each) => each === place);
  return (
    <div className="moved-more">
      <Field label={t(`name.${place}`, { number })} labelHidden error={errorAt("name")} required={needsName}>
        <TextInput placeholder={t(`nameHint.${place}`)} autoComplete="off" {...register("name")} />
      </Field>
      {place === "abroad" ? (
        <>
          <Field label={t("country", { number })} labelHidden error={errorAt("country")} required>
            <Select
              placeholder={t("countryHint")}
              choices={countryChoices(language).map(({ code, name }) => ({ value: code, label: name }))}
              {...register("country")}
            />
          </Field>
          <Field label={t("swift", { number })} labelHidden error={errorAt("swift")}>
            <TextInput mono placeholder={t("swiftHint")} autoComplete="off" {...register("swift")} />
          </Field>
        </>
      ) : null}
    </div>
  );
}
