"use client";

import { Waypoints } from "@/components/icons/waypoints";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { FormProblem } from "@/components/ui/form-problem";
import { Identifier } from "@/components/ui/identifier";
import { Money } from "@/components/ui/money";
import { useProblemWords } from "@/components/ui/problem-words";
import { useToast } from "@/components/ui/toast";
import { fileNextLayerAction, nextLayerAction } from "@/lib/cascade/actions";
import { OutsideList } from "./outside-list";
import type { NextLayer } from "@/lib/cascade/types";

/** Accounts that one request shows; the others are counted. */
const shown = 8;

/** From an answer that money moved on to the next requests: one press shows them, the second hands them to the signer. */
export function CascadeButton({ caseId, size }: { caseId: string; size?: "sm" | "md" }) {
  const t = useTranslations("cascade");
  const kinds = useTranslations("kinds");
  const problemWords = useProblemWords();
  const router = useRouter();
  const toast = useToast();
  const key = useRef("");
  const [isOpen, setOpen] = useState(false);
  const [layer, setLayer] = useState<NextLayer | null>(null);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const taken = layer?.requests.filter(({ id }) => !left.has(id)) ?? [];

  async function open(): Promise<void> {
    key.current = crypto.randomUUID();
    setOpen(true);
    setLayer(null);
    setLeft(new Set());
    setProblem(null);
    const result = await nextLayerAction({ caseId }).catch(() => null);
    if (result?.ok) setLayer(result.data);
    else setProblem(problemWords(result?.code ?? "unreachable"));
  }

  async function send(): Promise<void> {
    setPending(true);
    setProblem(null);
    const requests = taken.map(({ id, waiting }) => ({ ask: id, waiting }));
    const result = await fileNextLayerAction({ key: key.current, caseId, requests }).catch(() => null);
    setPending(false);
    if (!result?.ok) return setProblem(problemWords(result?.code ?? "unreachable"));
    setOpen(false);
    toast(t("sent", { count: result.data.requestIds.length }));
    router.refresh();
  }

  return (
    <>
      <Button
        look="primary"
        size={size}
        icon={<Waypoints className="i" aria-hidden />}
        onClick={() => void open()}
      >
        {t("open")}
      </Button>
      <Dialog
        wide
        open={isOpen}
        onClose={() => setOpen(false)}
        title={t("title")}
        lead={t("lead")}
        footer={
          <>
            <Button onClick={() => setOpen(false)}>{t("cancel")}</Button>
            <Button
              look="primary"
              autoFocus
              pending={pending}
              disabled={taken.length === 0}
              onClick={() => void send()}
            >
              {t("send", { count: taken.length })}
            </Button>
          </>
        }
      >
        <div className="stack">
          {layer === null && problem === null ? <p role="status">{t("reading")}</p> : null}
          {layer?.requests.length === 0 && layer.outside.length === 0 ? (
            <p className="mut">{t("none")}</p>
          ) : null}
          {layer?.requests.map((request) => (
            <article key={request.id} className="card grp" aria-label={request.addressee}>
              <div className="row between">
                <Checkbox
                  className="fw6"
                  label={`${request.addressee} · ${kinds(request.kindCode)}`}
                  checked={!left.has(request.id)}
                  onChange={({ currentTarget }) => {
                    const next = new Set(left);
                    if (currentTarget.checked) next.delete(request.id);
                    else next.add(request.id);
                    setLeft(next);
                  }}
                />
                <Money value={request.waiting} className="fw6" />
              </div>
              <ul className="grp-l">
                {request.accounts.slice(0, shown).map((account) => (
                  <li key={account.value}>
                    <span>
                      <Identifier value={account.value} display={account.display} />{" "}
                      <span className="mut">{account.holderName}</span>
                    </span>
                    <Money value={account.waiting} />
                  </li>
                ))}
                {request.accounts.length > shown ? (
                  <li className="mut">{t("more", { count: request.accounts.length - shown })}</li>
                ) : null}
              </ul>
            </article>
          ))}
          {layer && layer.outside.length > 0 ? <OutsideList places={layer.outside} /> : null}
          {layer && layer.unknown > 0 ? (
            <p className="t13 c-amber">{t("unknown", { count: layer.unknown })}</p>
          ) : null}
          <FormProblem problem={problem} />
        </div>
      </Dialog>
    </>
  );
}
