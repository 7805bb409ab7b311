"use client";

import { Search } from "@/components/icons/search";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { useFieldWords } from "@/components/forms/field-words";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { useProblemWords } from "@/components/ui/problem-words";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { purposes, type SearchSubject } from "@/lib/search/schema";
import { SearchHits } from "./search-hits";
import { useSearch } from "./use-search";

/** Term, purpose, results. `before` stands under the form while nothing was looked up. */
export function SearchForm({
  subject,
  before,
  onOpen,
  autoFocus = false,
}: {
  subject?: SearchSubject;
  before?: ReactNode | ((term: string) => ReactNode);
  onOpen?: () => void;
  autoFocus?: boolean;
}) {
  const t = useTranslations("search");
  const words = useFieldWords();
  const problem = useProblemWords();
  const search = useSearch(subject);
  const { fields, pending, result } = search.state;
  const error = (name: string) => (fields[name] ? words({ message: fields[name] }) : undefined);
  return (
    <div className="stack">
      <Form role="search" onSubmit={search.run}>
        <Field label={t("term")} required error={error("term")}>
          <TextInput
            value={search.term}
            onChange={(event) => search.setTerm(event.target.value)}
            placeholder={t("placeholder")}
            autoComplete="off"
            spellCheck={false}
            autoFocus={autoFocus}
            maxLength={120}
          />
        </Field>
        {search.asksPurpose ? (
          <div className="row-t wrap">
            <Field
              label={t("purpose")}
              required
              hint={t("purposeHint")}
              error={error("purpose")}
              className="grow"
            >
              <Select
                value={search.purpose}
                onChange={(event) => search.choosePurpose(event.target.value)}
                placeholder={t("choosePurpose")}
                choices={purposes.map((code) => ({ value: code, label: t(`purposes.${code}`) }))}
              />
            </Field>
            {search.purpose === "other" ? (
              <Field label={t("explanation")} required error={error("explanation")} className="grow">
                <TextInput
                  value={search.explanation}
                  onChange={(event) => search.setExplanation(event.target.value)}
                  maxLength={300}
                />
              </Field>
            ) : null}
          </div>
        ) : null}
        <div className="row">
          <Button type="submit" look="primary" pending={pending} icon={<Search className="i" aria-hidden />}>
            {pending ? t("searching") : t("go")}
          </Button>
        </div>
      </Form>
      {search.state.problem ? (
        <Note tone="red" announce>
          {problem(search.state.problem)}
        </Note>
      ) : null}
      {result ? (
        <SearchHits result={result} onOpen={onOpen} />
      ) : typeof before === "function" ? (
        before(search.term)
      ) : (
        before
      )}
    </div>
  );
}
