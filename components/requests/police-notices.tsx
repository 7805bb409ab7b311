import { getTranslations } from "next-intl/server";
import { Note } from "@/components/ui/note";
import type { PoliceRequest } from "@/lib/requests/police/types";

/** What its unit has to know before it reads on: sent back, refused, an addressee that reads no portal. */
export async function PoliceNotices({ request }: { request: PoliceRequest }) {
  const t = await getTranslations("requests");
  return (
    <>
      {request.status === "DRAFT" && request.statedReason ? (
        <Note tone="red" title={t("detail.returned")}>
          {request.statedReason}
        </Note>
      ) : null}
      {request.status === "NOT_EXECUTED" ? (
        <Note tone="red" title={t("detail.refused")}>
          {request.refusalGround ? `${t(`grounds.${request.refusalGround as "other"}`)}. ` : ""}
          {request.statedReason}
        </Note>
      ) : null}
      {request.addresseeOnPortal ? null : <Note tone="amber">{t("detail.offPortal")}</Note>}
    </>
  );
}
