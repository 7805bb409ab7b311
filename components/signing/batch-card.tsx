"use client";

import { Check } from "@/components/icons/check";
import { ChevronDown } from "@/components/icons/chevron-down";
import { Clock } from "@/components/icons/clock";
import { PenLine } from "@/components/icons/pen-line";
import { Signature } from "@/components/icons/signature";
import { TriangleAlert } from "@/components/icons/triangle-alert";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { SecondFactorField } from "@/components/access/second-factor-field";
import { Button } from "@/components/ui/button";
import { Form } from "@/components/ui/form";
import { Money } from "@/components/ui/money";
import { useServerNow } from "@/components/ui/server-clock";
import type { SigningPeek } from "@/lib/requests/signing/types";
import { batchFacts } from "./batch-facts";
import { BatchOrders } from "./batch-orders";
import { LostShare } from "./lost-share";
import { TimeSince } from "./minutes-since";

/**
 * Several requests before one signature: what they have in common is said once, then a line for each with what is its own. The
 * code is typed here, so that nothing stands between what was read and what is signed.
 */
export function BatchCard({
  picked,
  freshUntil,
  isChosenAtOnce,
  pending,
  error,
  onSign,
  onClear,
}: {
  picked: readonly SigningPeek[];
  /** Until when the session's proof serves for a signature, ISO UTC. */
  freshUntil: string | null;
  /** Chosen by one press: the cursor goes where the code is typed. */
  isChosenAtOnce: boolean;
  pending: boolean;
  error: string | null;
  onSign: (code?: string) => void;
  onClear: () => void;
}) {
  const t = useTranslations("signing");
  const [code, setCode] = useState("");
  const [isMissing, setMissing] = useState(false);
  const now = useServerNow().toISOString();
  const asksCode = freshUntil === null || freshUntil <= now;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (asksCode && code.trim() === "") return setMissing(true);
    onSign(asksCode ? code : undefined);
  };
  return (
    <Form
      className="card sg-card sg-batch"
      aria-labelledby="sign-several"
      data-slot="batch"
      onSubmit={submit}
    >
      <Shared picked={picked} />
      <BatchOrders picked={picked} />
      <footer className="sg-foot">
        {asksCode ? (
          <SecondFactorField
            autoFocus={isChosenAtOnce}
            className="sg-otp"
            label={t("factor.label")}
            error={isMissing ? t("factor.missing") : error}
            value={code}
            onChange={(typed) => {
              setMissing(false);
              setCode(typed);
            }}
          />
        ) : null}
        <div className="sg-act">
          <Button size="lg" onClick={onClear} disabled={pending}>
            {t("batch.clear")}
          </Button>
          <Button
            size="lg"
            look="primary"
            type="submit"
            pending={pending}
            icon={<Signature className="i" aria-hidden />}
          >
            {t("batch.sign", { count: picked.length })}
          </Button>
        </div>
      </footer>
    </Form>
  );
}

function Shared({ picked }: { picked: readonly SigningPeek[] }) {
  const t = useTranslations("signing");
  const facts = batchFacts(picked);
  const icon = "i i-14";
  return (
    <div className="sg-top" data-slot="batch-shared">
      <h2 className="sg-what" id="sign-several">
        <span className="t16 fw5">
          {t("batch.title", { count: picked.length })}
          {facts.kindCode ? `: ${t(`what.${facts.kindCode as "ACCOUNT_SUSPEND"}`)}` : null}
        </span>
        {facts.kindCode === null && facts.total > 0n ? (
          <span className="t13 mut">{t("batch.total")}</span>
        ) : null}
        {facts.total > 0n ? <Money value={facts.total} figure={32} /> : null}
      </h2>
      {facts.lost !== null && facts.total > 0n ? (
        <LostShare part={facts.total.toString()} whole={facts.lost.toString()} />
      ) : null}
      <ul className="sg-common t13">
        {facts.firstTransferAt ? (
          <li>
            <Clock className={icon} aria-hidden />
            <span>
              {t.rich("batch.first", { ago: () => <TimeSince key="ago" at={facts.firstTransferAt!} /> })}
            </span>
          </li>
        ) : null}
        <li>
          <PenLine className={icon} aria-hidden />
          <span>{facts.drafters.join(", ")}</span>
        </li>
        {facts.beyondLoss.map((code) => (
          <li key={code} className="c-red">
            <TriangleAlert className={icon} aria-hidden />
            <span>{t("batch.beyond", { code })}</span>
          </li>
        ))}
        {facts.isClean ? (
          <li className="c-green">
            <Check className={icon} aria-hidden />
            <span>{t("batch.clean")}</span>
          </li>
        ) : null}
      </ul>
      {facts.grounds === null ? (
        <p className="t13 mut">{t("batch.differ")}</p>
      ) : (
        <Grounds text={facts.grounds} />
      )}
    </div>
  );
}

/** The reason they share: its first line, which says what form it has; the whole by a press. */
function Grounds({ text }: { text: string }) {
  const t = useTranslations("signing.batch");
  return (
    <details className="sg-why t13">
      <summary>
        <span className="sg-one">{text}</span>
        <span className="vh">{t("more")}</span>
        <ChevronDown className="i i-14 sg-turn" aria-hidden />
      </summary>
      <p className="sg-grounds">{text}</p>
    </details>
  );
}
