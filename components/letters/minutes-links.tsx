import { useTranslations } from "next-intl";
import { paths } from "@/lib/paths";
import { DownloadLink } from "./download-link";

/** The minutes of execution of a freeze, once something was answered. */
export function MinutesLinks({ id }: { id: string }) {
  const t = useTranslations("letters");
  return (
    <>
      <DownloadLink href={paths.minutesFile(id, "pdf")}>{t("minutesPdf")}</DownloadLink>
      <DownloadLink href={paths.minutesFile(id, "docx")}>{t("minutesDocx")}</DownloadLink>
    </>
  );
}
