"use client";

import { ShieldCheck } from "@/components/icons/shield-check";
import { useFormatter, useTranslations } from "next-intl";
import { reached } from "@/components/forms/reached";
import { Link } from "@/components/ui/link";
import { useState, useTransition } from "react";
import { Button } from "@/components/ui/button";
import { Identifier } from "@/components/ui/identifier";
import { Note } from "@/components/ui/note";
import { verifyRecordAction } from "@/lib/audit/actions";
import type { VerificationResult } from "@/lib/audit/types";
import type { ProblemCode } from "@/lib/errors";
import { formatDateTime } from "@/lib/i18n/local-time";
import { paths } from "@/lib/paths";

/** Recomputes the chain on request and says what was verified, or names the first broken link. */
export function VerifyPanel() {
  const t = useTranslations("audit.verify");
  const problems = useTranslations("problems");
  const [pending, startTransition] = useTransition();
  const [result, setResult] = useState<VerificationResult | null>(null);
  const [problem, setProblem] = useState<ProblemCode | null>(null);
  const verify = () =>
    startTransition(async () => {
      const answer = await reached(verifyRecordAction({}));
      setResult(answer.ok ? answer.data : null);
      setProblem(answer.ok ? null : answer.code);
    });
  return (
    <div className="stack-2 audit-verify">
      <div className="row wrap">
        <Button onClick={verify} pending={pending} icon={<ShieldCheck className="i" aria-hidden />}>
          {pending ? t("running") : t("button")}
        </Button>
        <span className="t13 mut">{t("what")}</span>
      </div>
      {problem ? (
        <Note tone="red" announce>
          {problems(problem)}
        </Note>
      ) : null}
      {result ? <Outcome result={result} /> : null}
    </div>
  );
}

function Outcome({ result }: { result: VerificationResult }) {
  const t = useTranslations("audit.verify");
  const format = useFormatter();
  const { broken } = result;
  const seconds = format.number(Math.max(0.1, result.milliseconds / 1000), { maximumFractionDigits: 1 });
  const range = {
    from: result.from ? formatDateTime(result.from) : "–",
    to: result.to ? formatDateTime(result.to) : "–",
  };
  if (broken) {
    return (
      <Note
        tone="red"
        announce
        title={t("broken", { organisation: broken.organisation, seq: broken.seq })}
        action={broken.eventId ? <Link href={paths.auditEvent(broken.eventId)}>{t("open")}</Link> : undefined}
      >
        {t(`why.${broken.why}`)}
        {broken.at ? ` (${formatDateTime(broken.at)})` : ""}
      </Note>
    );
  }
  return (
    <Note tone="green" announce title={t("whole")}>
      {t("range", { events: result.events, streams: result.streams, seconds, ...range })}
      <span className="block t12 mut">
        {t("anchor")} <Identifier value={result.anchor} display={result.anchor.slice(0, 16)} copy />
      </span>
    </Note>
  );
}
