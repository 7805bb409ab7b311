"use client";

import { useTranslations } from "next-intl";
import { useForm, useWatch } from "react-hook-form";
import { Conflict } from "@/components/forms/conflict";
import { useFieldWords } from "@/components/forms/field-words";
import { schemaResolver } from "@/components/forms/schema-resolver";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { Field } from "@/components/ui/field";
import { Form } from "@/components/ui/form";
import { FormProblem } from "@/components/ui/form-problem";
import { Select } from "@/components/ui/select";
import { appointMembersAction } from "@/lib/cases/actions";
import { appointInput } from "@/lib/cases/schema";
import type { CaseDetail } from "@/lib/cases/types";
import { useCaseAct } from "./use-case-act";

export type Colleague = { membershipId: string; name: string; title: string | null };
type Values = { key: string; caseId: string; version: number; lead: string; members: string[] };
/** The lead stands first: the command takes the first as the lead. */
const toInput = ({ lead, members, ...rest }: Values) => ({
  ...rest,
  membershipIds: lead ? [lead, ...members.filter((id) => id !== lead)] : [],
});

/** Names the lead and who works on the case with him. */
export function AppointDialog({
  record,
  colleagues,
  open,
  onClose,
}: {
  record: CaseDetail;
  colleagues: readonly Colleague[];
  open: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("cases");
  const words = useFieldWords();
  const { key } = useFormKey();
  const lead = record.members.find(({ isLead }) => isLead)?.membershipId ?? "";
  const form = useForm<Values>({
    defaultValues: {
      key,
      caseId: record.id,
      version: record.version,
      lead,
      members: record.members.filter(({ isLead }) => !isLead).map(({ membershipId }) => membershipId),
    },
    resolver: schemaResolver(appointInput, toInput),
  });
  const { send, problem, conflict, dropConflict } = useCaseAct(form, onClose);
  const chosen = useWatch({ control: form.control, name: "lead" });
  const { errors, isSubmitting, submitCount } = form.formState;
  const submit = form.handleSubmit((input) => send(() => appointMembersAction(input), t("appoint.done")));
  const asked = (errors as { membershipIds?: { message?: string } }).membershipIds;
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("appoint.title")}
      lead={t("appoint.hint")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="primary" pending={isSubmitting} onClick={() => void submit()}>
            {t("appoint.send")}
          </Button>
        </>
      }
    >
      <Form onSubmit={submit}>
        <Field label={t("appoint.lead")} required error={words(asked)}>
          <Select
            {...form.register("lead")}
            placeholder=""
            choices={colleagues.map(({ membershipId, name }) => ({ value: membershipId, label: name }))}
          />
        </Field>
        <Field label={t("appoint.members")} group>
          <div className="stack-1">
            {colleagues
              .filter(({ membershipId }) => membershipId !== chosen)
              .map(({ membershipId, name, title }) => (
                <Checkbox
                  key={membershipId}
                  value={membershipId}
                  label={name}
                  hint={title}
                  {...form.register("members")}
                />
              ))}
          </div>
        </Field>
        <FormProblem problem={problem} attempt={submitCount} />
      </Form>
      <Conflict by={conflict} onClose={dropConflict} />
    </Dialog>
  );
}
