"use client";

import { useFieldWords } from "@/components/forms/field-words";
import { FieldInput } from "@/components/requests/fields/field-input";
import type { Field } from "@/lib/requests/kinds/field";

/** What a kind asks of one target, in its card: filled in from the text where the text tells it. */
export function AskedFields({
  fields,
  typed,
  name,
  problemOf,
  onType,
}: {
  fields: readonly Field[];
  typed: Readonly<Record<string, string>>;
  name: string;
  /** The code of what was refused at a field. */
  problemOf: (key: string) => string | undefined;
  onType: (key: string, typed: string) => void;
}) {
  const words = useFieldWords();
  if (fields.length === 0) return null;
  return (
    <div className="grid basis-full gap-2 py-1">
      {fields.map((field) => {
        const code = problemOf(field.key);
        return (
          <FieldInput
            key={field.key}
            field={field}
            error={words(code === undefined ? undefined : { message: code })}
            name={`${name} ${field.key}`}
            value={typed[field.key] ?? ""}
            onChange={({ target }: { target: { value: string } }) => {
              onType(field.key, target.value);
              return Promise.resolve();
            }}
            onBlur={() => Promise.resolve()}
            ref={() => undefined}
          />
        );
      })}
    </div>
  );
}
