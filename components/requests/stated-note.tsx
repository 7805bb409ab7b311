import { useTranslations } from "next-intl";
import { Note } from "@/components/ui/note";
import { Timestamp } from "@/components/ui/timestamp";
import type { ReceivedRequest } from "@/lib/requests/desk/types";
import { isOpen } from "@/lib/requests/rules";

/** Words that came after the signature, as what they are: who said them and when. They are no part of what was signed. */
export function StatedNote({ stated, status }: Pick<ReceivedRequest, "stated" | "status">) {
  const t = useTranslations("queue");
  const isWithdrawn = status === "WITHDRAWN";
  if (!stated || !(isWithdrawn || isOpen(status))) return null;
  return (
    <Note tone={isWithdrawn ? undefined : "amber"} title={t(isWithdrawn ? "withdrawn" : "sentBack")}>
      <span className="pre">{stated.reason}</span>{" "}
      <span className="t12 mut">
        {stated.who}, <Timestamp at={stated.at} />. {t("besideSigned")}
      </span>
    </Note>
  );
}
