import { useTranslations } from "next-intl";
import { paths } from "@/lib/paths";
import { DownloadLink } from "./download-link";

/** The paper of a decision to give back: whole for its unit, an extract for a holder. */
export function RestitutionLinks({ id }: { id: string }) {
  const t = useTranslations("restitution.paper");
  return (
    <p className="row wrap no-print">
      <DownloadLink href={paths.restitutionFile(id, "pdf")}>{t("pdf")}</DownloadLink>
      <DownloadLink href={paths.restitutionFile(id, "docx")}>{t("docx")}</DownloadLink>
    </p>
  );
}
