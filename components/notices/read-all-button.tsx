"use client";

import { CheckCheck } from "@/components/icons/check-check";
import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { Button } from "@/components/ui/button";
import { useProblemWords } from "@/components/ui/problem-words";
import { useToast } from "@/components/ui/toast";
import { readAllNoticesAction } from "@/lib/notices/actions";

/** Puts everything away that had come when the page was read, at `to` (ISO). */
export function ReadAllButton({ to }: { to: string }) {
  const t = useTranslations("notices");
  const router = useRouter();
  const toast = useToast();
  const problemWords = useProblemWords();
  const [pending, start] = useTransition();
  const readAll = () =>
    start(async () => {
      const result = await readAllNoticesAction({ to }).catch(() => null);
      toast(
        result?.ok
          ? t("readAllDone", { count: result.data.read })
          : problemWords(result?.code ?? "unreachable"),
      );
      router.refresh();
    });
  return (
    <Button pending={pending} icon={<CheckCheck className="i" aria-hidden />} onClick={readAll}>
      {t("readAll")}
    </Button>
  );
}
