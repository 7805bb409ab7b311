import { getTranslations } from "next-intl/server";
import { ReasonedDownload } from "@/components/exports/reasoned-download";
import { rowsWithoutReason } from "@/lib/exports/types";
import { paths } from "@/lib/paths";
import { DownloadLink } from "./download-link";

/** All signed letters of a case as one file. `targets`: how many leave with them; beyond 500 the reason is asked for first. */
export async function BundleLink({ caseId, targets }: { caseId: string; targets: number }) {
  const t = await getTranslations("letters");
  if (targets <= rowsWithoutReason)
    return (
      <p>
        <DownloadLink href={paths.caseBundle(caseId)}>{t("bundle")}</DownloadLink>
      </p>
    );
  return (
    <ReasonedDownload
      address={paths.caseBundle(caseId)}
      label={t("bundleReason")}
      hint={t("bundleReasonHint")}
      take={t("bundle")}
    />
  );
}
