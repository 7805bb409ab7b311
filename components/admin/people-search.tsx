"use client";

import { Search } from "@/components/icons/search";
import { useTranslations } from "next-intl";
import { useState, type ReactNode } from "react";
import { useCodeWords } from "@/components/forms/field-words";
import { reached } from "@/components/forms/reached";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { useProblemWords } from "@/components/ui/problem-words";
import { TextInput } from "@/components/ui/text-input";
import { findPeopleAction } from "@/lib/people/actions";
import type { PersonRow } from "@/lib/people/types";
import { PeopleTable } from "./people-table";

/** Finds people by name or e-mail without putting either into an address. Shows `children`, the whole list, until something is sought. */
export function PeopleSearch({ children }: { children: ReactNode }) {
  const t = useTranslations("admin.people");
  const errorWords = useCodeWords();
  const problemWords = useProblemWords();
  const [text, setText] = useState("");
  const [error, setError] = useState<string>();
  const [problem, setProblem] = useState<string>();
  const [found, setFound] = useState<PersonRow[] | null>(null);
  const [pending, setPending] = useState(false);

  async function find(): Promise<void> {
    setError(undefined);
    setProblem(undefined);
    if (!text.trim()) return setFound(null);
    setPending(true);
    const result = await reached(findPeopleAction({ text }));
    setPending(false);
    if (result.ok) setFound(result.data);
    else if (result.fields?.text) setError(result.fields.text);
    else setProblem(result.code);
  }
  return (
    <div className="stack">
      <Form role="search" className="row-b wrap" onSubmit={find}>
        <Field label={t("search")} labelHidden required error={errorWords(error)} className="grow max-w-md">
          <TextInput
            before={<Search className="i" aria-hidden />}
            placeholder={t("search")}
            value={text}
            autoComplete="off"
            maxLength={120}
            onChange={(event) => setText(event.target.value)}
          />
        </Field>
        <Button type="submit" pending={pending}>
          {t("find")}
        </Button>
        {found ? (
          <Button
            look="ghost"
            onClick={() => {
              setText("");
              setFound(null);
            }}
          >
            {t("all")}
          </Button>
        ) : null}
      </Form>
      {problem ? (
        <Note tone="red" announce>
          {problemWords(problem)}
        </Note>
      ) : null}
      {found ? <PeopleTable rows={found} empty={t("noneFound")} /> : children}
    </div>
  );
}
