"use client";

import { Search } from "@/components/icons/search";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm } from "react-hook-form";
import { useFieldWords, showFields } from "@/components/forms/field-words";
import { schemaResolver } from "@/components/forms/schema-resolver";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { useProblemWords } from "@/components/ui/problem-words";
import { Select } from "@/components/ui/select";
import { TextInput } from "@/components/ui/text-input";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { paths } from "@/lib/paths";
import { findHoldsAction, receiveAppealAction } from "@/lib/release/actions";
import { receiveAppealInput, unitChannels } from "@/lib/release/schema";
import type { FoundHold } from "@/lib/release/types";

type Values = {
  key: string;
  holdId: string;
  channel: string;
  appellant: string;
  contact: string;
  content: string;
};

/** Takes an appeal in: which hold, who, and what is asked. A desk's appeals come by its branches. */
export function AppealForm({ hold: given, isDesk }: { hold: FoundHold | null; isDesk: boolean }) {
  const t = useTranslations("appeals.form");
  const channels = useTranslations("appeals.channel");
  const words = useFieldWords();
  const problemWords = useProblemWords();
  const toast = useToast();
  const router = useRouter();
  const { key } = useFormKey();
  const [hold, setHold] = useState(given);
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<Values>({
    defaultValues: {
      key,
      holdId: given?.id ?? "",
      channel: isDesk ? "bank_branch" : "",
      appellant: "",
      contact: "",
      content: "",
    },
    resolver: schemaResolver(receiveAppealInput, (values: Values) => values),
  });
  const { errors, isSubmitting, submitCount } = form.formState;
  const submit = form.handleSubmit(async (values) => {
    const result = await receiveAppealAction(values).catch(() => null);
    if (result?.ok) {
      toast(t("sent", { code: result.data.code }));
      router.push(paths.appeal(result.data.appealId));
      return;
    }
    if (result) showFields(form, result);
    setProblem(problemWords(result?.code ?? "unreachable"));
  });
  const choose = (found: FoundHold | null) => {
    setHold(found);
    form.setValue("holdId", found?.id ?? "", { shouldValidate: submitCount > 0 });
  };
  return (
    <Form onSubmit={submit} className="card">
      <div className="card-body stack-3">
        {hold ? (
          <div className="row wrap between">
            <div>
              <p className="label">{t("hold")}</p>
              <Identifier value={hold.account} /> <span className="mut">{hold.holder}</span>{" "}
              <Money value={hold.amount} strong />
              <span className="block t12 mut">
                {hold.accountName ? `${hold.accountName} · ` : null}
                <span className="num">{hold.requestCode}</span>
              </span>
            </div>
            <Button size="sm" onClick={() => choose(null)}>
              {t("change")}
            </Button>
          </div>
        ) : (
          <HoldFinder onChoose={choose} error={words(errors.holdId)} />
        )}
        {isDesk ? null : (
          <Field label={t("channel")} required error={words(errors.channel)}>
            <Select
              placeholder={t("choose")}
              choices={unitChannels.map((value) => ({ value, label: channels(value) }))}
              {...form.register("channel")}
            />
          </Field>
        )}
        <Field label={t("appellant")} required error={words(errors.appellant)}>
          <TextInput autoComplete="off" {...form.register("appellant")} />
        </Field>
        <Field label={t("contact")} hint={t("contactHint")} required error={words(errors.contact)}>
          <TextInput autoComplete="off" {...form.register("contact")} />
        </Field>
        <Field label={t("content")} hint={t("contentHint")} required error={words(errors.content)}>
          <Textarea rows={6} {...form.register("content")} />
        </Field>
        <FormProblem problem={problem} attempt={submitCount} />
        <div className="row">
          <Button look="primary" type="submit" pending={isSubmitting}>
            {t("send")}
          </Button>
        </div>
      </div>
    </Form>
  );
}

/** By a part of the account's number; what is typed goes by server action, never into the address. */
function HoldFinder({ onChoose, error }: { onChoose: (hold: FoundHold) => void; error?: string }) {
  const t = useTranslations("appeals.form");
  const problemWords = useProblemWords();
  const [text, setText] = useState("");
  const [found, setFound] = useState<FoundHold[] | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);
  const find = async () => {
    if (text.trim().length < 4) return;
    setPending(true);
    const result = await findHoldsAction({ text }).catch(() => null);
    setPending(false);
    if (result?.ok) {
      setFound(result.data);
      setProblem(null);
    } else setProblem(problemWords(result?.code ?? "unreachable"));
  };
  return (
    <div className="stack-2">
      <Field label={t("find")} hint={t("findHint")} required error={problem ?? error}>
        <span className="row">
          <TextInput
            mono
            className="grow"
            autoComplete="off"
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              void find();
            }}
          />
          <Button icon={<Search className="i" aria-hidden />} pending={pending} onClick={() => void find()}>
            {t("search")}
          </Button>
        </span>
      </Field>
      <div role="status">
        {found?.length === 0 ? <p className="t13 mut">{t("none")}</p> : null}
        <ul className="stack-1">
          {found?.map((hold) => (
            <li key={hold.id}>
              <button type="button" className="linkbtn" onClick={() => onChoose(hold)}>
                <Identifier value={hold.account} /> {hold.holder} <Money value={hold.amount} />
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
