"use client";

import { Undo2 } from "@/components/icons/undo-2";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { runBatch } from "@/components/bulk/run-batch";
import { Conflict } from "@/components/forms/conflict";
import { useFormKey } from "@/components/forms/use-form-key";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Note } from "@/components/ui/note";
import { useProblemWords } from "@/components/ui/problem-words";
import { useToast } from "@/components/ui/toast";
import { paths } from "@/lib/paths";
import { actOnManyAction } from "@/lib/requests/bulk/actions";
import { recallRequestAction } from "@/lib/requests/drafting/actions";
import { useRequestAct } from "./use-request-act";

type Recallable = { id: string; version: number; code: string };

/**
 * Takes back what waits for the signer and opens it for mending; of what was handed in by one act, this one alone or all. One press
 * where there is nothing to choose. Needs the words of `requests.acts`.
 */
export function RecallButton({
  request,
  together = [],
  small = false,
}: {
  request: Recallable;
  together?: readonly Recallable[];
  small?: boolean;
}) {
  const t = useTranslations("requests.acts");
  const problems = useProblemWords();
  const router = useRouter();
  const toast = useToast();
  const { key, renew } = useFormKey();
  const act = useRequestAct(renew);
  const [choosing, setChoosing] = useState(false);
  const [pending, setPending] = useState(false);
  const [left, setLeft] = useState<string | null>(null);

  async function one(): Promise<void> {
    setChoosing(false);
    const input = { key, requestId: request.id, version: request.version };
    if (await act.send(() => recallRequestAction(input), t("recalled")))
      router.push(paths.editRequest(request.id));
  }
  async function all(): Promise<void> {
    setPending(true);
    const rows = [request, ...together].map(({ id, version, code }) => ({ requestId: id, version, code }));
    const { done, left: stopped } = await runBatch(actOnManyAction, { act: "recall", rows }, () => undefined);
    setPending(false);
    setChoosing(false);
    if (done.length > 0) toast(t("recalledAll", { count: done.length }));
    setLeft(
      stopped.length === 0
        ? null
        : stopped
            .map(({ code, by, why }) =>
              by
                ? t("recallLost", { code, who: by.name })
                : `${code}: ${problems(why as Parameters<typeof problems>[0])}`,
            )
            .join(" "),
    );
    router.refresh();
  }

  return (
    <>
      <Button
        size={small ? "sm" : undefined}
        pending={act.pending}
        icon={small ? undefined : <Undo2 className="i" aria-hidden />}
        aria-label={small ? `${t("recall")} ${request.code}` : undefined}
        onClick={() => (together.length > 0 ? setChoosing(true) : void one())}
      >
        {t("recall")}
      </Button>
      {act.problem || left ? (
        <Note tone="red" announce>
          {act.problem ?? left}
        </Note>
      ) : null}
      <Conflict by={act.conflict} onClose={act.dropConflict} />
      <Dialog
        open={choosing}
        onClose={() => setChoosing(false)}
        title={t("recall")}
        lead={t("recallTogether", { count: together.length })}
        footer={
          <>
            <Button onClick={() => setChoosing(false)}>{t("cancel")}</Button>
            <Button disabled={pending} onClick={() => void one()}>
              {t("recallOne")}
            </Button>
            <Button look="primary" pending={pending} onClick={() => void all()}>
              {t("recallAll", { count: together.length + 1 })}
            </Button>
          </>
        }
      >
        <ul className="stack-1 t13 num">
          {[request, ...together].map(({ id, code }) => (
            <li key={id}>{code}</li>
          ))}
        </ul>
      </Dialog>
    </>
  );
}
