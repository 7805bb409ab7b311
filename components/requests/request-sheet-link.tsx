import { FileSpreadsheet } from "@/components/icons/file-spreadsheet";
import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { paths } from "@/lib/paths";

/** The way from a list to the same list as a workbook. */
export function RequestSheetLink({ query, size }: { query: string; size?: "sm" }) {
  const t = useTranslations("sheets.requests");
  return (
    <ButtonLink
      size={size}
      href={paths.requestSheet(query)}
      icon={<FileSpreadsheet className="i" aria-hidden />}
    >
      {t("open")}
    </ButtonLink>
  );
}
