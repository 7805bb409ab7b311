"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useFieldWords } from "@/components/forms/field-words";
import { useFormKey } from "@/components/forms/use-form-key";
import { reached } from "@/components/forms/reached";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { fieldsOf } from "@/lib/fields";
import { replyToLeagueAction } from "@/lib/league/actions";
import { longestReply } from "@/lib/league/reply-text";
import { type replyPeriods, replyInput } from "@/lib/league/schema";

/** The organisation's own word to its line of a period; sent again it takes the last one's place. */
export function ReplyForm({
  period,
  on,
  body: said,
  isAgain,
}: {
  period: (typeof replyPeriods)[number];
  on: string;
  body: string;
  isAgain: boolean;
}) {
  const t = useTranslations("ownFigures.reply");
  const [fieldWords, problemWords] = [useFieldWords(), useProblemWords()];
  const { key, renew } = useFormKey();
  const [router, toast] = [useRouter(), useToast()];
  const [body, setBody] = useState(said);
  const [wrong, setWrong] = useState<string | undefined>();
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, setPending] = useState(false);

  async function send(): Promise<void> {
    const parsed = replyInput.safeParse({ key, period, on, body });
    setProblem(null);
    setWrong(parsed.success ? undefined : fieldsOf(parsed.error).body);
    if (!parsed.success) return void document.getElementById("league-reply")?.focus();
    setPending(true);
    const result = await reached(replyToLeagueAction(parsed.data));
    setPending(false);
    if (result.ok) {
      renew();
      toast(t("done"));
      return router.refresh();
    }
    const field = "fields" in result ? result.fields?.body : undefined;
    setWrong(field);
    if (!field) setProblem(problemWords(result.code));
  }

  return (
    <Form onSubmit={send}>
      <Field
        id="league-reply"
        label={t("body")}
        hint={t("hint")}
        error={wrong ? fieldWords({ message: wrong }) : undefined}
        required
      >
        <Textarea
          rows={4}
          maxLength={longestReply}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
      </Field>
      <FormProblem problem={problem} />
      <p>
        <Button type="submit" look="primary" pending={pending}>
          {isAgain ? t("replace") : t("send")}
        </Button>
      </p>
    </Form>
  );
}
