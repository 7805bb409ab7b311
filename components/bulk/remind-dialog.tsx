"use client";

import { BellRing } from "@/components/icons/bell-ring";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";

/** How many requests each organisation would be reminded of, the most first; those of one number by name. */
export function byAddressee(requests: readonly { addressee?: string }[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const { addressee } of requests)
    if (addressee) counts.set(addressee, (counts.get(addressee) ?? 0) + 1);
  return [...counts].sort(([a, many], [b, more]) => more - many || a.localeCompare(b, "vi"));
}

/** Asks once more before other organisations are told that they are late: of how many requests, and who. */
export function RemindDialog({
  requests,
  onSend,
  onClose,
}: {
  requests: readonly { addressee?: string }[];
  onSend: () => void;
  onClose: () => void;
}) {
  const t = useTranslations("remind");
  return (
    <Dialog
      open
      onClose={onClose}
      icon={<BellRing className="i i-20" aria-hidden />}
      title={t("title", { count: requests.length })}
      lead={t("lead")}
      footer={
        <>
          <Button onClick={onClose}>{t("cancel")}</Button>
          <Button
            look="primary"
            autoFocus
            onClick={() => {
              onClose();
              onSend();
            }}
          >
            {t("send")}
          </Button>
        </>
      }
    >
      <ul className="stack-1">
        {byAddressee(requests).map(([name, count]) => (
          <li key={name} className="row between">
            <b className="fw6">{name}</b>
            <span className="num nw mut">{t("count", { count })}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
