import { SkeletonRows } from "@/components/ui/skeleton";
import { getWords } from "@/lib/i18n/words";

export default async function Loading() {
  const t = await getWords("notices");
  return (
    <div className="page">
      <SkeletonRows label={t("loading")} rows={4} />
    </div>
  );
}
