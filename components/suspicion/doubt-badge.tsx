import { ShieldAlert } from "@/components/icons/shield-alert";
import { useTranslations } from "next-intl";
import { Badge } from "@/components/ui/badge";

/** Beside a status: somebody doubts that the order is real, or it was found forged. */
export function DoubtBadge({ doubt }: { doubt: { state: "held" | "forged" } | null }) {
  const t = useTranslations("suspicion.chip");
  if (!doubt) return null;
  return (
    <Badge tone="red" icon={<ShieldAlert className="i" aria-hidden />}>
      {t(doubt.state)}
    </Badge>
  );
}
