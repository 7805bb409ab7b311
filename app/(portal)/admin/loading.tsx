import { SkeletonRows } from "@/components/ui/skeleton";
import { getWords } from "@/lib/i18n/words";

export default async function Loading() {
  return (
    <div className="page">
      <SkeletonRows label={(await getWords("admin"))("loading")} rows={8} />
    </div>
  );
}
