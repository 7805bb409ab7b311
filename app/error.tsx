"use client";

import { Button } from "@/components/ui/button";
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
        <h1 className="h2">{t("error.title")}</h1>
        <p className="mut">{t("error.text")}</p>
        {error.digest ? (
          <p className="t12 dim">
            {t.rich("code", { code: () => <span className="id">{error.digest}</span> })}
          </p>
        ) : null}
        <Button size="sm" onClick={reset}>
          {t("retry")}
        </Button>
      </div>
    </div>
  );
}
