"use client";

import { FilePen } from "@/components/icons/file-pen";
import { Signature } from "@/components/icons/signature";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { useFormKey } from "@/components/forms/use-form-key";
import { AmendmentDiff } from "@/components/requests/amendments/amendment-diff";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Money } from "@/components/ui/money";
import { Note } from "@/components/ui/note";
import { useProblemWords } from "@/components/ui/problem-words";
import { Timestamp } from "@/components/ui/timestamp";
import { useToast } from "@/components/ui/toast";
import { urgencyTones } from "@/components/requests/urgency-tones";
import { paths } from "@/lib/paths";
import { signAmendmentAction } from "@/lib/requests/amendments/actions";
import type { AmendmentCard } from "@/lib/requests/amendments/types";
import { AmendmentReturn } from "./amendment-return";
import { AmendmentSign } from "./amendment-sign";

/** Amendments that wait for a signature, each a card with the differences alone. Signing repeats them once more, as an order's does. */
export function AmendmentCards({
  cards,
  freshUntil,
}: {
  cards: readonly AmendmentCard[];
  freshUntil: string | null;
}) {
  const t = useTranslations("amendment");
  return (
    <section className="stack sg-amendments" aria-label={t("toSign", { count: cards.length })}>
      <h2 className="h2">{t("toSign", { count: cards.length })}</h2>
      {cards.map((card) => (
        <Card key={`${card.id} ${card.version}`} card={card} freshUntil={freshUntil} />
      ))}
    </section>
  );
}

function Card({ card, freshUntil }: { card: AmendmentCard; freshUntil: string | null }) {
  const t = useTranslations("amendment");
  const signing = useTranslations("signing");
  const kinds = useTranslations("kinds");
  const problems = useProblemWords();
  const router = useRouter();
  const toast = useToast();
  const { key } = useFormKey();
  const fresh = useRef(freshUntil);
  const [open, setOpen] = useState<"sign" | "return" | null>(null);
  const [asksCode, setAsksCode] = useState(false);
  const [pending, setPending] = useState(false);
  const [codeError, setCodeError] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const ids = { requestId: card.requestId, amendmentId: card.id, amendmentVersion: card.version };

  async function sign(code?: string): Promise<void> {
    setPending(true);
    setProblem(null);
    const input = { key, ...ids, contentHash: card.contentHash, ...(code === undefined ? {} : { code }) };
    const result = await signAmendmentAction(input).catch(() => null);
    setPending(false);
    if (result?.ok) {
      setOpen(null);
      toast(t("signed", { code: card.requestCode }));
      return router.refresh();
    }
    if (result?.code === "second-factor" || result?.fields?.code) {
      setAsksCode(true);
      return setCodeError(code === undefined ? null : signing("factor.wrong"));
    }
    setOpen(null);
    setProblem(
      result?.by
        ? signing("meanwhile", { code: card.requestCode, who: result.by.name })
        : problems(result?.code ?? "unreachable"),
    );
  }

  return (
    <article className="card" aria-label={t("cardLabel", { code: card.requestCode })}>
      <div className="card-body stack-3">
        <header className="row wrap">
          <FilePen className="i i-20" aria-hidden />
          <h3 className="h3">
            {t("cardTitle", {
              kind: kinds(card.kindCode as "ACCOUNT_SUSPEND"),
              addressee: card.addressee,
            })}
          </h3>
          {card.urgency === "normal" ? null : (
            <Badge tone={urgencyTones[card.urgency]}>{signing(`urgency.${card.urgency}`)}</Badge>
          )}
          <span className="push" />
          <Link className="num t13" href={paths.request(card.requestId)}>
            {card.requestCode}
          </Link>
        </header>
        <AmendmentDiff changes={card.changes} />
        {card.disputedBefore === card.disputedAfter ? null : (
          <p className="t13">
            {t.rich("total", {
              before: () => (
                <del className="diff-before">
                  <Money value={card.disputedBefore} />
                </del>
              ),
              after: () => (
                <ins className="diff-after">
                  <Money value={card.disputedAfter} />
                </ins>
              ),
            })}
          </p>
        )}
        <p className="t13">{t("because", { reason: card.reason })}</p>
        <p className="t12 dim">
          {t.rich("draftedAt", { who: card.drafter, at: () => <Timestamp at={card.submittedAt} /> })}
        </p>
        <p className="id t12 sg-hash">{card.contentHash}</p>
        {problem ? (
          <Note tone="red" announce>
            {problem}
          </Note>
        ) : null}
        {card.bar ? <Note>{t(`bar.${card.bar}`)}</Note> : null}
        {card.bar === "own" ? null : (
          <div className="row end wrap">
            <Button size="lg" onClick={() => setOpen("return")} disabled={pending}>
              {t("return")}
            </Button>
            <Button
              size="lg"
              look="primary"
              disabled={card.bar !== null}
              pending={pending}
              icon={<Signature className="i" aria-hidden />}
              onClick={() => {
                setCodeError(null);
                setAsksCode(fresh.current === null || fresh.current <= new Date().toISOString());
                setOpen("sign");
              }}
            >
              {t("sign")}
            </Button>
          </div>
        )}
      </div>
      <AmendmentSign
        open={open === "sign"}
        asksCode={asksCode}
        pending={pending}
        error={codeError}
        card={card}
        onSign={(code) => void sign(code)}
        onClose={() => setOpen(null)}
      />
      <AmendmentReturn open={open === "return"} ids={ids} onClose={() => setOpen(null)} />
    </article>
  );
}
