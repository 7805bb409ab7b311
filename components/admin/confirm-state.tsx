import { CircleCheck } from "@/components/icons/circle-check";
import { CircleHelp } from "@/components/icons/circle-help";
import { useTranslations } from "next-intl";
import { StatusBadge } from "@/components/ui/status-badge";

/** Whether a source stands behind an entry, or it is a default that somebody still has to confirm. */
export function ConfirmState({ verify }: { verify: boolean }) {
  const t = useTranslations("admin.verify");
  return verify ? (
    <StatusBadge look={{ tone: "amber", icon: CircleHelp }} word={t("open")} />
  ) : (
    <StatusBadge look={{ tone: "green", icon: CircleCheck }} word={t("done")} />
  );
}
