import type { Metadata } from "next";
import { AdminTable } from "@/components/admin/admin-table";
import { ConfirmState } from "@/components/admin/confirm-state";
import { DutyPolicyForm } from "@/components/duty/policy-form";
import { StepForms } from "@/components/ladder/step-forms";
import { Card } from "@/components/ui/card";
import { Page } from "@/components/ui/page";
import { durationOf } from "@/components/ui/duration-words";
import { Timestamp } from "@/components/ui/timestamp";
import { requireAdmin } from "@/lib/access/require-admin";
import { getDutyPolicy } from "@/lib/duty/queries";
import { getWords } from "@/lib/i18n/words";
import { type LadderStepRow, previewMinutes, readLadder } from "@/lib/ladder/policy-queries";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("admin.ladder"))("title") };
}

/** When people are reminded and to whom an overdue clock is reported: rows in force, what they mean, what stood there before. */
export default async function LadderPage() {
  const actor = await requireAdmin();
  const [t, a, l, d, span, duty, { steps, before, preview }] = await Promise.all([
    getWords("admin.ladder"),
    getWords("admin"),
    getWords("admin.ladder.rung"),
    getWords("admin.duty"),
    getWords("format.duration"),
    getDutyPolicy(actor),
    readLadder(actor),
  ]);
  /** To the minute: a preview is checked against the rows below it. words: format.duration.* */
  const lengthOf = (total: number) => {
    const { unit, ...values } = durationOf(total, true);
    return span(unit, values);
  };
  const when = ({ isShare, amount }: LadderStepRow) =>
    isShare ? t("atShare", { amount }) : t("afterLength", { length: lengthOf(amount) });
  const about = ({ subject, urgency }: LadderStepRow) =>
    [a(`subject.${subject}`), urgency ? a(`urgency.${urgency}`) : t("anyUrgency")].join(" · ");
  return (
    <Page title={t("title")} lead={t("lead")}>
      <div className="stack">
        <Card title={t("preview", { minutes: previewMinutes })}>
          <ul className="stack-2 t13">
            {preview.map(({ urgency, steps: planned }) => (
              <li key={urgency}>
                <b className="fw6">{a(`urgency.${urgency}`)}</b>:{" "}
                {planned.map(({ rung, minute }) => `${l(rung)} ${lengthOf(minute)}`).join(" · ")}
              </li>
            ))}
          </ul>
        </Card>
        <AdminTable
          caption={t("caption")}
          heads={[
            { name: t("step"), isRowHeader: true, phone: "title" },
            { name: t("when") },
            { name: t("to") },
            { name: t("state"), phone: "lead" },
            { name: t("acts"), phone: "line" },
          ]}
          rows={steps.map((step) => ({
            id: step.id,
            cells: [
              <div key="s">
                {l(step.rung)}
                <div className="t12 mut">{about(step)}</div>
              </div>,
              <span key="w" className="num">
                {step.enabled ? when(step) : t("off")}
              </span>,
              t(`recipient.${step.recipient}`),
              <div key="c">
                <ConfirmState verify={step.verify} />
                {step.source ? <div className="t12 mut">{step.source}</div> : null}
              </div>,
              <StepForms
                key={`${step.id}${step.version}`}
                step={step}
                title={`${l(step.rung)} · ${about(step)}`}
              />,
            ],
          }))}
        />
        <Card title={d("card")}>
          <div className="row wrap between t13">
            <div>
              {d("line", { ...duty, source: duty.source ?? "" })}{" "}
              <ConfirmState verify={duty.source === null} />
              {duty.source ? <div className="t12 mut">{duty.source}</div> : null}
            </div>
            <DutyPolicyForm key={JSON.stringify(duty)} policy={duty} />
          </div>
        </Card>
        {before.length > 0 ? (
          <Card title={t("before")}>
            <ul className="stack-2 t13">
              {before.map((step) => (
                <li key={step.id} className="row wrap between">
                  <span>
                    {l(step.rung)} · {about(step)}: {step.enabled ? when(step) : t("off")}
                  </span>
                  <span className="mut">
                    <Timestamp at={step.validFrom} /> –{" "}
                    {step.validTo ? <Timestamp at={step.validTo} /> : null}
                  </span>
                </li>
              ))}
            </ul>
          </Card>
        ) : null}
      </div>
    </Page>
  );
}
