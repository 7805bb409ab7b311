import { getTranslations } from "next-intl/server";
import { SkeletonRows } from "@/components/ui/skeleton";

export default async function Loading() {
  const t = await getTranslations("requests");
  return (
    <div className="page">
      <SkeletonRows label={t("loading")} rows={8} />
    </div>
  );
}
