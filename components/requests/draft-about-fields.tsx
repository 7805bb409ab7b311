"use client";

import { useTranslations } from "next-intl";
import { useFormContext, useWatch } from "react-hook-form";
import { useFieldWords } from "@/components/forms/field-words";
import { Card } from "@/components/ui/card";
import { Field } from "@/components/ui/field";
import { Note } from "@/components/ui/note";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import type { DraftOptions } from "@/lib/requests/drafting/types";
import { mayBeAsked } from "@/lib/requests/kinds/addressee";
import { addresseeFor, type DraftValues, proposedAnew } from "./draft-values";

const urgencies = ["normal", "urgent", "emergency"] as const;

/** What kind of request, to whom, how urgent. Addressees that keep a target of the case stand first. */
export function AboutFields({ options, beginWith }: { options: DraftOptions; beginWith?: string }) {
  const authenticity = useTranslations("authenticity.noProcuracy");
  const t = useTranslations("requests");
  const kinds = useTranslations("kinds");
  const status = useTranslations("cases.status");
  const words = useFieldWords();
  const { register, formState, setValue, getValues, control } = useFormContext<DraftValues>();
  const [kindCode, addresseeOrgId, urgency] = useWatch({
    control,
    name: ["kindCode", "addresseeOrgId", "urgency"],
  });
  const kind = options.kinds.find(({ code }) => code === kindCode);
  const possible = options.addressees.filter((each) => kind && mayBeAsked(kind, kind.addresseeWords, each));
  /** `kindCode` and `addresseeOrgId` are those before the change, which the form has already. */
  const proposeAnew = () =>
    setValue(
      "picks",
      proposedAnew(options, getValues("picks"), { kindCode, addresseeOrgId }, getValues(), beginWith),
      {
        shouldDirty: true,
      },
    );
  const isSuggested = (id: string) =>
    options.targets.some(
      (target) => (target.institutionId ?? target.likelyOrgId) === id && kind?.targets.includes(target.kind),
    );
  const suggested = possible.filter(({ id }) => isSuggested(id));
  const others = possible.filter(({ id }) => !isSuggested(id));
  const parents = options.parents.filter(
    (parent) =>
      kind?.needsParent.includes(parent.kindCode) &&
      (!addresseeOrgId || parent.addresseeOrgId === addresseeOrgId),
  );
  const { errors } = formState;
  // Chosen by a prefix alone: the number may have been ported.
  const isLikely =
    addresseeOrgId !== "" &&
    options.targets.some(({ likelyOrgId }) => likelyOrgId === addresseeOrgId) &&
    !options.targets.some(({ institutionId }) => institutionId === addresseeOrgId);
  return (
    <Card title={t("form.about")}>
      <div className="stack">
        <div className="form-row form-row-2">
          <Field
            label={t("form.kind")}
            required
            error={words(errors.kindCode)}
            hint={kind?.document ? t("form.document", { document: kind.document }) : undefined}
          >
            <Select
              {...register("kindCode", {
                onChange: (event: { target: { value: string } }) => {
                  const next = options.kinds.find(({ code }) => code === event.target.value);
                  setValue("legalBases", next?.bases.map(({ id }) => id) ?? []);
                  setValue("addresseeOrgId", addresseeFor(options, next, addresseeOrgId, beginWith));
                  proposeAnew();
                },
              })}
              choices={options.kinds.map(({ code }) => ({ value: code, label: kinds(code) }))}
            />
          </Field>
          <Field
            label={t("form.addressee")}
            required
            error={words(errors.addresseeOrgId)}
            hint={isLikely ? t("form.likely") : undefined}
          >
            <Select
              {...register("addresseeOrgId", { onChange: proposeAnew })}
              placeholder={t("form.chooseAddressee")}
            >
              {suggested.length > 0 ? (
                <optgroup label={t("form.suggested")}>
                  {suggested.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </optgroup>
              ) : null}
              <optgroup label={t("form.others")}>
                {others.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </optgroup>
            </Select>
          </Field>
        </div>
        {kind && !kind.fits ? (
          <Note tone="amber">{t("form.stage", { status: status(options.caseStatus) })}</Note>
        ) : null}
        {kind && options.unnotifiable?.includes(kind.code) ? (
          <Note tone="red" title={authenticity("title")} announce>
            {authenticity("text")}
          </Note>
        ) : null}
        {kind && kind.needsParent.length > 0 ? (
          <Field
            label={t(kind.code === "ACCOUNT_UNFREEZE" ? "form.parent" : "form.parentKept")}
            required
            error={words(errors.parentId)}
          >
            <Select
              {...register("parentId")}
              placeholder={t("form.chooseParent")}
              choices={parents.map((parent) => ({
                value: parent.id,
                label: `${parent.code}, ${kinds(parent.kindCode as "ACCOUNT_SUSPEND")}`,
              }))}
            />
          </Field>
        ) : null}
        <Field label={t("form.urgency")} group required>
          <Segmented
            label={t("form.urgency")}
            value={urgency}
            {...register("urgency")}
            segments={urgencies.map((code) => ({ value: code, label: t(`urgency.${code}`) }))}
          />
        </Field>
      </div>
    </Card>
  );
}
