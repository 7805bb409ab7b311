"use client";

import { Copy } from "@/components/icons/copy";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Note } from "@/components/ui/note";
import { Timestamp } from "@/components/ui/timestamp";
import { useToast } from "@/components/ui/toast";
import type { InvitationShown } from "@/lib/people/types";

/** The link of an invitation, shown once to be handed over; it is neither mailed nor kept. */
export function InvitationLink({ shown }: { shown: InvitationShown }) {
  const t = useTranslations("admin.invitation");
  const toast = useToast();
  if (!shown.path) return <Note tone="amber">{t("shownAlready")}</Note>;
  const link = `${window.location.origin}${shown.path}`;
  return (
    <Note tone="green" title={t("title")} announce>
      <p>{t.rich("lead", { until: () => <Timestamp at={shown.expiresAt} /> })}</p>
      <p className="mono break-all my-2" data-testid="invitation-link">
        {link}
      </p>
      <Button
        size="sm"
        icon={<Copy className="i" aria-hidden />}
        onClick={async () => {
          await navigator.clipboard.writeText(link);
          toast(t("copied"));
        }}
      >
        {t("copy")}
      </Button>
    </Note>
  );
}
