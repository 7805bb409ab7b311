"use client";

import { FileSpreadsheet } from "@/components/icons/file-spreadsheet";
import { Plus } from "@/components/icons/plus";
import { Send } from "@/components/icons/send";
import { useTranslations } from "next-intl";
import { Form } from "@/components/ui/form";
import { Link } from "@/components/ui/link";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { showFields } from "@/components/forms/field-words";
import { said, schemaResolver } from "@/components/forms/schema-resolver";
import { useFormKey } from "@/components/forms/use-form-key";
import { ElsewhereChips } from "@/components/deconfliction/elsewhere-chips";
import { ElsewhereUnasked } from "@/components/deconfliction/elsewhere-unasked";
import { useElsewhere } from "@/components/deconfliction/use-elsewhere";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Card } from "@/components/ui/card";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import { Identifier } from "@/components/ui/identifier";
import { useProblemWords } from "@/components/ui/problem-words";
import { useToast } from "@/components/ui/toast";
import { addCaseTargetsAction } from "@/lib/cases/actions";
import { addTargetsInput } from "@/lib/cases/schema";
import type { CaseDetail, Institution } from "@/lib/cases/types";
import { paths } from "@/lib/paths";
import { emptyTarget, type TargetValues } from "./case-form-values";
import { TargetFields } from "./target-fields";

/** What the case is about: accounts, numbers, addresses; each one press away from a request. */
export function TargetCard({
  record,
  institutions,
}: {
  record: CaseDetail;
  institutions: readonly Institution[];
}) {
  const t = useTranslations("cases.targets");
  const kinds = useTranslations("targets.kinds");
  const [open, setOpen] = useState(false);
  const elsewhere = useElsewhere(record.may.edit ? record.targets : []);
  return (
    <Card
      flush
      title={t("title")}
      aside={
        record.may.edit ? (
          <>
            <ButtonLink
              size="sm"
              href={paths.caseTargets(record.id)}
              icon={<FileSpreadsheet className="i" aria-hidden />}
            >
              {t("fromExcel")}
            </ButtonLink>
            <Button size="sm" icon={<Plus className="i" aria-hidden />} onClick={() => setOpen(true)}>
              {t("add")}
            </Button>
          </>
        ) : null
      }
    >
      <ElsewhereUnasked elsewhere={elsewhere} />
      {record.targets.length === 0 ? (
        <p className="card-body t13 mut">{t("empty")}</p>
      ) : (
        <div className="scroll-x" tabIndex={0}>
          <table className="table">
            <caption className="vh">{t("title")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("kind")}</th>
                <th scope="col">{t("value")}</th>
                <th scope="col">{t("institution")}</th>
                <th scope="col">{t("holder")}</th>
                <th scope="col" className="r">
                  {t("requests")}
                </th>
                <th scope="col">
                  <span className="vh">{t("ask")}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {record.targets.map((target) => (
                <tr key={target.id}>
                  <td>{kinds(target.kind)}</td>
                  <th scope="row">
                    <Identifier value={target.value} display={target.display} copy />
                    <ElsewhereChips desks={elsewhere.desksOf(target)} />
                  </th>
                  <td>{target.institution}</td>
                  <td>{target.holderName}</td>
                  <td className="r num">{target.requests}</td>
                  <td className="r">
                    {record.may.draftRequest ? (
                      <Link
                        className="btn btn-sm btn-ghost"
                        href={`${paths.newRequest(record.id)}?target=${target.id}`}
                        aria-label={t("request", { value: target.display })}
                      >
                        <Send className="i" aria-hidden />
                      </Link>
                    ) : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <AddTargets caseId={record.id} institutions={institutions} open={open} onClose={() => setOpen(false)} />
    </Card>
  );
}

type Values = { key: string; caseId: string; targets: TargetValues[] };
const toInput = ({ targets, ...rest }: Values) => ({
  ...rest,
  targets: targets.map(({ institutionId, holderName, ...target }) => ({
    ...target,
    institutionId: said(institutionId),
    holderName: said(holderName),
  })),
});

function AddTargets({
  caseId,
  institutions,
  open,
  onClose,
}: {
  caseId: string;
  institutions: readonly Institution[];
  open: boolean;
  onClose: () => void;
}) {
  const t = useTranslations("cases");
  const problemWords = useProblemWords();
  const toast = useToast();
  const router = useRouter();
  const { key, renew } = useFormKey();
  const [problem, setProblem] = useState<string | null>(null);
  const form = useForm<Values>({
    defaultValues: { key, caseId, targets: [emptyTarget] },
    resolver: schemaResolver(addTargetsInput, toInput),
  });
  const submit = form.handleSubmit(async (input) => {
    const result = await addCaseTargetsAction({ ...input, key }).catch(() => null);
    if (!result?.ok) {
      if (result) showFields(form, result);
      return setProblem(problemWords(result?.code ?? "unreachable"));
    }
    renew();
    form.reset({ key, caseId, targets: [emptyTarget] });
    setProblem(null);
    toast(t("targets.added"));
    onClose();
    router.refresh();
  });
  return (
    <Dialog
      open={open}
      onClose={onClose}
      title={t("targets.addTitle")}
      wide
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button look="primary" pending={form.formState.isSubmitting} onClick={() => void submit()}>
            {t("targets.store")}
          </Button>
        </>
      }
    >
      <FormProvider {...form}>
        <Form onSubmit={submit} className="stack">
          <TargetFields institutions={institutions} least={1} />
          <FormProblem problem={problem} attempt={form.formState.submitCount} />
        </Form>
      </FormProvider>
    </Dialog>
  );
}
