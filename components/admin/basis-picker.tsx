"use client";

import { X } from "@/components/icons/x";
import { useTranslations } from "next-intl";
import { useId, useState } from "react";
import { type Control, type FieldValues, useController } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { IconButton } from "@/components/ui/icon-button";
import { Select } from "@/components/ui/select";
import { citation, keptArticle } from "@/lib/reference/citation";
import type { DocumentChoice } from "@/lib/reference/types";

/**
 * Legal bases, each chosen as a document of the register and an article of it. The value is their codes, one a line, as the register
 * keeps them: `decree-52-2024:Điều 11 khoản 1`. With `single` the next choice takes the place of the last.
 */
export function BasisPicker({
  name,
  documents,
  single = false,
  control,
}: {
  name: string;
  documents: readonly DocumentChoice[];
  single?: boolean;
  control: Control<FieldValues>;
}) {
  const t = useTranslations("admin.bases");
  const { field } = useController({ name, control });
  const [document, setDocument] = useState("");
  const [article, setArticle] = useState("");
  const listId = useId();
  const chosen = String(field.value ?? "")
    .split("\n")
    .filter(Boolean);
  const numbers = Object.fromEntries(documents.map(({ id, number, title }) => [id, number ?? title]));
  const keep = (codes: string[]) => field.onChange([...new Set(codes)].join("\n"));
  const add = () => {
    if (!document) return;
    const kept = keptArticle(article);
    const code = kept ? `${document}:${kept}` : document;
    keep(single ? [code] : [...chosen, code]);
    setArticle("");
  };
  return (
    <div className="stack-2">
      <ul className="stack-1">
        {chosen.map((code) => (
          <li key={code} className="row t13">
            <span className="grow">{citation(code, numbers)}</span>
            <IconButton
              size="sm"
              label={t("remove", { basis: citation(code, numbers) })}
              icon={<X className="i i-14" aria-hidden />}
              onClick={() => keep(chosen.filter((one) => one !== code))}
            />
          </li>
        ))}
      </ul>
      <div className="row wrap">
        <Select
          className="basis-56 grow"
          aria-label={t("document")}
          value={document}
          placeholder={t("document")}
          choices={documents.map(({ id, number, title }) => ({
            value: id,
            label: [number, title].filter(Boolean).join(" · "),
          }))}
          onChange={(event) => setDocument(event.target.value)}
        />
        <input
          className="input basis-40 grow"
          aria-label={t("article")}
          placeholder={t("article")}
          list={listId}
          value={article}
          maxLength={80}
          onChange={(event) => setArticle(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.ctrlKey) return;
            event.preventDefault(); // it adds the basis, it does not send the form
            add();
          }}
        />
        <datalist id={listId}>
          {documents
            .find(({ id }) => id === document)
            ?.articles.map((one) => (
              <option key={one} value={one} />
            ))}
        </datalist>
        <Button onClick={add} disabled={!document}>
          {t("add")}
        </Button>
      </div>
    </div>
  );
}
