"use client";

import { useTranslations } from "next-intl";
import { type Path, useFormContext, useWatch } from "react-hook-form";
import { useFieldWords } from "@/components/forms/field-words";
import { Card } from "@/components/ui/card";
import type { Field } from "@/lib/requests/kinds/field";
import { detailsOf } from "@/lib/requests/kinds";
import type { DraftOptions } from "@/lib/requests/drafting/types";
import { codeAt } from "./answers/code-at";
import { useAttached } from "./draft-files";
import type { DraftValues } from "./draft-values";
import { FieldInput } from "./fields/field-input";
import { MessageCount } from "./fields/message-count";

/** What the kind asks once for the whole request: a window of time, a text, a day. Nothing for kinds that ask nothing. */
export function DetailFields({ options }: { options: DraftOptions }) {
  const t = useTranslations("answers");
  const { control } = useFormContext<DraftValues>();
  const kindCode = useWatch({ control, name: "kindCode" });
  const { request } = detailsOf(kindCode);
  if (request.length === 0) return null;
  return (
    <Card title={t("details")}>
      <DetailInputs fields={request} path="details" options={options} />
    </Card>
  );
}

/** The fields at a place of the draft: of the whole request, or of one target's line. */
export function DetailInputs({
  fields,
  path,
  options,
}: {
  fields: readonly Field[];
  path: "details" | `picks.${number}.details`;
  options: DraftOptions;
}) {
  const words = useFieldWords();
  const { register, control, formState } = useFormContext<DraftValues>();
  const attached = useAttached(options.caseFiles);
  return (
    <div className="answer-grid">
      {fields.map((field) => {
        const name = `${path}.${field.key}` as Path<DraftValues>;
        const code = codeAt(formState.errors, name);
        return [
          <FieldInput
            key={field.key}
            field={field}
            error={words(code === undefined ? undefined : { message: code })}
            files={attached}
            organisations={options.addressees}
            {...register(name)}
          />,
          field.isMessage ? <MessageCount key={`${field.key}-parts`} control={control} name={name} /> : null,
        ];
      })}
    </div>
  );
}
