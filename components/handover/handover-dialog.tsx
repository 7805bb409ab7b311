"use client";

import { ArrowRightLeft } from "@/components/icons/arrow-right-left";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { useForm, useWatch } from "react-hook-form";
import { showFields, useFieldWords } from "@/components/forms/field-words";
import { schemaResolver } from "@/components/forms/schema-resolver";
import { NumbersWarning } from "@/components/forms/numbers-warning";
import { useFormKey } from "@/components/forms/use-form-key";
import { reached } from "@/components/forms/reached";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { Note } from "@/components/ui/note";
import { SkeletonRows } from "@/components/ui/skeleton";
import { useLater } from "@/components/ui/use-later";
import { FormProblem } from "@/components/ui/form-problem";
import { useProblemWords } from "@/components/ui/problem-words";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { useToast } from "@/components/ui/toast";
import { handOverAction, handoverOfferAction } from "@/lib/requests/handover/actions";
import { handOverInput } from "@/lib/requests/handover/schema";
import type { HandoverOffer } from "@/lib/requests/handover/types";

type Values = { toMembershipId: string; note: string };
/** The choice "nobody": what goes back to the desk as a whole. */
const nobody = "nobody";

const loadOffer = async (): Promise<HandoverOffer> => {
  const result = await reached(handoverOfferAction({}));
  if (!result.ok) throw new Error(result.code);
  return result.data ?? { held: 0, colleagues: [] };
};
type DialogProps = { requestIds?: string[]; onClose: () => void; onDone?: () => void };

/** Hands over all that one holds, or what was chosen in a list; what that is and who could take it is asked when it opens. */
export function HandoverDialog(props: DialogProps) {
  const t = useTranslations("handover");
  const ui = useTranslations("ui");
  const problemWords = useProblemWords();
  const offer = useLater(loadOffer);
  const count = props.requestIds?.length ?? offer.value?.held;
  return (
    <Dialog
      open
      onClose={props.onClose}
      icon={<ArrowRightLeft className="i i-20" aria-hidden />}
      title={count === undefined ? t("open") : t("title", { count })}
      lead={t("lead")}
    >
      {offer.failed ? (
        <Note tone="red" announce>
          <span className="row wrap">
            {problemWords("unreachable")}
            <Button size="sm" onClick={offer.again}>
              {t("again")}
            </Button>
          </span>
        </Note>
      ) : !offer.value ? (
        <SkeletonRows label={ui("loading")} rows={2} />
      ) : count === 0 ? (
        <Note>{t("nothing")}</Note>
      ) : (
        <HandoverForm {...props} count={count ?? 0} colleagues={offer.value.colleagues} />
      )}
    </Dialog>
  );
}

/** To whom, and a word about it. */
function HandoverForm({
  count,
  colleagues,
  requestIds,
  onClose,
  onDone,
}: DialogProps & { count: number; colleagues: HandoverOffer["colleagues"] }) {
  const t = useTranslations("handover");
  const words = useFieldWords();
  const problemWords = useProblemWords();
  const router = useRouter();
  const toast = useToast();
  const { key } = useFormKey();
  const [problem, setProblem] = useState<string | null>(null);
  const inputOf = ({ toMembershipId, note }: Values) => ({
    key,
    ...(requestIds ? { requestIds } : {}),
    toMembershipId: toMembershipId === nobody ? null : toMembershipId,
    note,
  });
  const form = useForm<Values>({
    defaultValues: { toMembershipId: "", note: "" },
    resolver: schemaResolver(handOverInput, inputOf),
  });
  const { errors, isSubmitting, submitCount } = form.formState;
  const note = useWatch({ control: form.control, name: "note" });
  const submit = form.handleSubmit(async (values) => {
    setProblem(null);
    const result = await handOverAction(inputOf(values)).catch(() => null);
    if (!result?.ok) {
      if (!result || !showFields(form, result)) setProblem(problemWords(result?.code ?? "unreachable"));
      return;
    }
    const { done, skipped, left } = result.data;
    toast(t("done", { count: done, skipped, left }));
    onClose();
    onDone?.();
    router.refresh();
  });
  return (
    <Form onSubmit={submit}>
      <Field label={t("to")} required error={words(errors.toMembershipId)}>
        <Select
          autoFocus
          placeholder={t("choose")}
          choices={[
            ...colleagues.map(({ membershipId, name }) => ({ value: membershipId, label: name })),
            { value: nobody, label: t("nobody") },
          ]}
          {...form.register("toMembershipId")}
        />
      </Field>
      <Field label={t("note")} hint={t("noteHint")} required error={words(errors.note)}>
        <Textarea rows={4} {...form.register("note")} />
      </Field>
      <NumbersWarning text={note} />
      <FormProblem problem={problem} attempt={submitCount} />
      <div className="row end">
        <Button onClick={onClose}>{t("cancel")}</Button>
        <Button look="primary" type="submit" pending={isSubmitting}>
          {t("send", { count })}
        </Button>
      </div>
    </Form>
  );
}
