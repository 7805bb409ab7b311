"use client";

import { BellRing } from "@/components/icons/bell-ring";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { RemindAsk } from "@/components/bulk/remind-ask";
import { runBatch } from "@/components/bulk/run-batch";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { useProblemWords } from "@/components/ui/problem-words";
import { useToast } from "@/components/ui/toast";
import { actOnManyAction } from "@/lib/requests/bulk/actions";

/** Reminds the addressee of this overdue request, once one has said so twice: the list's own act, for one row. */
export function RemindButton({
  request: { id, version, code, addressee },
}: {
  request: { id: string; version: number; code: string; addressee: string };
}) {
  const t = useTranslations("bulk");
  const problemWords = useProblemWords();
  const router = useRouter();
  const toast = useToast();
  const [pending, setPending] = useState(false);
  const [asking, setAsking] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  async function remind(): Promise<void> {
    setPending(true);
    setProblem(null);
    const rows = [{ requestId: id, version, code }];
    const { left } = await runBatch(actOnManyAction, { act: "remind", rows }, () => undefined);
    setPending(false);
    const why = left[0]?.why;
    if (why)
      return setProblem(why === "tooSoon" || why === "notOverdue" ? t(`why.${why}`) : problemWords(why));
    toast(t("done.remind", { count: 1 }));
    router.refresh();
  }
  return (
    <>
      <Button pending={pending} icon={<BellRing className="i" aria-hidden />} onClick={() => setAsking(true)}>
        {t("act.remind")}
      </Button>
      {asking ? (
        <RemindAsk requests={[{ addressee }]} onSend={() => void remind()} onClose={() => setAsking(false)} />
      ) : null}
      {problem ? (
        <Note tone="amber" announce>
          {problem}
        </Note>
      ) : null}
    </>
  );
}
