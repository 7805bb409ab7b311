"use client";

import { Copy } from "@/components/icons/copy";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { useToast } from "@/components/ui/toast";

/** A webhook's secret, shown once to be put into the receiving system; it is read back to nobody. */
export function SecretShown({ secret }: { secret: string | null }) {
  const t = useTranslations("webhooks.secret");
  const toast = useToast();
  if (!secret) return <Note tone="amber">{t("shownAlready")}</Note>;
  return (
    <Note tone="green" title={t("title")} announce>
      <p>{t("lead")}</p>
      <p className="mono break-all my-2" data-testid="webhook-secret">
        {secret}
      </p>
      <Button
        size="sm"
        icon={<Copy className="i" aria-hidden />}
        onClick={async () => {
          await navigator.clipboard.writeText(secret);
          toast(t("copied"));
        }}
      >
        {t("copy")}
      </Button>
    </Note>
  );
}
