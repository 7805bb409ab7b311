import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { TextInput } from "@/components/ui/text-input";
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
  // A form of the browser's own: the reason travels in its body and stands in no address.
  return (
    <form className="stack-2" method="post" action={paths.caseBundle(caseId)}>
      <Field label={t("bundleReason")} hint={t("bundleReasonHint")} required>
        <TextInput name="reason" required minLength={3} maxLength={2_000} autoComplete="off" />
      </Field>
      <p>
        <Button type="submit">{t("bundle")}</Button>
      </p>
    </form>
  );
}
