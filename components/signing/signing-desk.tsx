"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useCallback, useState, useTransition } from "react";
import { reached } from "@/components/forms/reached";
import { useActKeys } from "@/components/forms/use-act-keys";
import { classNames } from "@/components/ui/class-names";
import { LiveButton } from "@/components/ui/live-button";
import { Note } from "@/components/ui/note";
import { useToast } from "@/components/ui/toast";
import { paths } from "@/lib/paths";
import { signRequestsAction } from "@/lib/requests/signing/actions";
import type { SigningPeek, SigningStack } from "@/lib/requests/signing/types";
import { BatchCard } from "./batch-card";
import { GoneNote } from "./gone-note";
import { ReturnDialog } from "./return-dialog";
import { SignCard } from "./sign-card";
import { SignContent } from "./sign-content";
import { type Asked, SignDialog } from "./sign-dialog";
import { StackList } from "./stack-list";
import { useSignKeys } from "./use-sign-keys";

/**
 * The signer's stack: one card open, the others beside it. An order about money is signed with a second press that repeats it;
 * the second factor is asked for only when the session's proof is older than `freshUntil`. Then the next card opens by itself. Several
 * that are chosen stand in one card in its place.
 */
export function SigningDesk({ stack, card, gone, freshUntil }: SigningStack & { freshUntil: string | null }) {
  const t = useTranslations("signing");
  const problems = useTranslations("problems");
  const router = useRouter();
  const toast = useToast();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [isChosenAtOnce, setChosenAtOnce] = useState(false);
  const [asking, setAsking] = useState<Asked | null>(null);
  const [sent, setSent] = useState<ReadonlySet<string>>(new Set());
  const [returning, setReturning] = useState(false);
  const [factorError, setFactorError] = useState<string | null>(null);
  const [refused, setRefused] = useState<string[]>([]);
  const [pending, startTransition] = useTransition();
  const keyOf = useActKeys();
  const [fresh, setFresh] = useState(freshUntil);
  const picked = stack.filter(({ id, bar }) => chosen.has(id) && bar === null);
  const isBatch = picked.length > 1;
  const index = stack.findIndex(({ id }) => id === card?.id);

  const openNext = useCallback(
    (gone: ReadonlySet<string>) => {
      const left = stack.filter(({ id, bar }) => !gone.has(id) && bar === null);
      const next = left.find(({ id }) => stack.findIndex((each) => each.id === id) > index) ?? left[0];
      router.replace(next ? paths.signingCard(next.id) : paths.signing, { scroll: true });
    },
    [index, router, stack],
  );

  const send = (requests: SigningPeek[], code?: string) => {
    setSent((before) => new Set([...before, ...requests.map(({ id }) => id)]));
    startTransition(async () => {
      const result = await reached(
        signRequestsAction({
          ...(code === undefined ? {} : { code }),
          requests: requests.map(({ id, version, contentHash }) => ({
            key: keyOf(`${id} ${version} ${contentHash}`),
            requestId: id,
            version,
            contentHash,
          })),
        }),
      );
      if (!result.ok && result.code === "second-factor") {
        setFactorError(code === undefined ? null : t("factor.wrong"));
        if (code === undefined) setAsking({ requests, asksCode: true });
        return;
      }
      if (!result.ok && result.fields?.code) return setFactorError(t("factor.wrong"));
      setAsking(null);
      if (!result.ok) return setRefused([problems(result.code)]);
      if (code !== undefined) setFresh(new Date(Date.now() + 110_000).toISOString());
      const done = new Set(result.data.flatMap((one) => (one.ok ? [one.requestId] : [])));
      setRefused(
        result.data.flatMap((one) => {
          if (one.ok) return [];
          const name = stack.find(({ id }) => id === one.requestId)?.code ?? "";
          return [
            one.by ? t("meanwhile", { code: name, who: one.by.name }) : `${name}: ${problems(one.code)}`,
          ];
        }),
      );
      setChosen(new Set());
      if (done.size === 0) return router.refresh();
      toast(t("signed", { count: done.size, code: stack.find(({ id }) => done.has(id))?.code ?? "" }));
      openNext(done);
    });
  };

  const sign = (requests: SigningPeek[]) => {
    setFactorError(null);
    const asksCode = fresh === null || fresh <= new Date().toISOString();
    if (asksCode || requests.some(({ movesMoney }) => movesMoney)) setAsking({ requests, asksCode });
    else send(requests);
  };
  const mayAct = card !== null && card.bar !== "own" && asking === null && !isBatch && !returning && !pending;
  useSignKeys(mayAct, { s: () => card?.bar === null && sign([card]), r: () => setReturning(true) });

  return (
    <div className={classNames("sg", isBatch && "sg-several")}>
      <div className="sg-title row between">
        <h1 className="h1">
          {t("title")} <span className="dim fw5 num">{stack.length}</span>
        </h1>
        {card ? (
          <ChooseSameCase
            stack={stack}
            card={card}
            onChoose={(ids) => {
              setChosen(ids);
              // A cursor would push a telephone's keys over what is to be read.
              setChosenAtOnce(window.matchMedia("(pointer: fine)").matches);
            }}
          />
        ) : null}
      </div>
      <section className="sg-stack" aria-label={t("stack")}>
        <StackList
          stack={stack}
          openId={card?.id}
          chosen={chosen}
          onChoose={(id, isChosen) => {
            setChosenAtOnce(false);
            setChosen(
              (before) => new Set(isChosen ? [...before, id] : [...before].filter((each) => each !== id)),
            );
          }}
        />
      </section>
      <div className="sg-main">
        {gone && !sent.has(gone.id) ? <GoneNote gone={gone} /> : null}
        {refused.map((words) => (
          <Note key={words} tone="red" announce>
            {words}
          </Note>
        ))}
        {isBatch ? (
          <BatchCard
            picked={picked}
            freshUntil={fresh}
            isChosenAtOnce={isChosenAtOnce}
            pending={pending}
            error={asking ? null : factorError}
            onSign={(code) => (code === undefined ? sign(picked) : send(picked, code))}
            onClear={() => setChosen(new Set())}
          />
        ) : card ? (
          <SignCard
            card={card}
            place={`${index + 1} / ${stack.length}`}
            pending={pending}
            onSign={() => sign([card])}
            onReturn={() => setReturning(true)}
          />
        ) : null}
      </div>
      {card && !isBatch ? <SignContent card={card} /> : null}
      <SignDialog
        asked={asking}
        pending={pending}
        error={factorError}
        onSign={(code) => asking && send(asking.requests, code)}
        onClose={() => setAsking(null)}
      />
      {card && card.bar !== "own" ? (
        <ReturnDialog
          key={`${card.id} ${card.version}`}
          card={card}
          open={returning}
          onClose={() => setReturning(false)}
          onReturned={() => {
            setReturning(false);
            toast(t("return.done", { code: card.code }));
            openNext(new Set([card.id]));
          }}
        />
      ) : null}
    </div>
  );
}

function ChooseSameCase({
  stack,
  card,
  onChoose,
}: {
  stack: readonly SigningPeek[];
  card: SigningPeek;
  onChoose: (ids: ReadonlySet<string>) => void;
}) {
  const t = useTranslations("signing");
  const same = stack.filter(({ caseId, bar }) => caseId === card.caseId && bar === null);
  if (same.length < 2) return null;
  return (
    <LiveButton className="linkbtn t13" onClick={() => onChoose(new Set(same.map(({ id }) => id)))}>
      {t("sameCase", { count: same.length })}
    </LiveButton>
  );
}
