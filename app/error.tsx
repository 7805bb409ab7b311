"use client";

import { Button } from "@/components/ui/button";
import { Identifier } from "@/components/ui/identifier";
import { ServerCrash } from "lucide-react";
import { useTranslations } from "next-intl";

/** A page that failed. `digest` is the number under which the server's log has the cause; nothing else is told. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  const t = useTranslations("problems.pages");
  return (
    <div className="page">
      <div className="card empty" role="alert">
        <ServerCrash className="i i-24" aria-hidden />
        <h1 className="h2">{t("error.title")}</h1>
        <p className="mut">{t("error.text")}</p>
        {error.digest ? (
          <p className="t12 dim">
            {t.rich("code", { code: () => <Identifier value={error.digest ?? ""} copy /> })}
          </p>
        ) : null}
        <Button size="sm" onClick={reset}>
          {t("retry")}
        </Button>
      </div>
    </div>
  );
}
