import { getTranslations } from "next-intl/server";
import { type Tab, Tabs } from "@/components/ui/tabs";
import { paths } from "@/lib/paths";

/** The parts of the unit's release desk. */
export async function ReleaseTabs({
  current,
  appeals,
}: {
  current: "active" | "unlinked" | "appeals";
  appeals: number;
}) {
  const t = await getTranslations("release.views");
  const tabs: Tab[] = [
    { href: paths.holds, label: t("active"), current: current === "active" },
    { href: paths.unlinkedHolds, label: t("unlinked"), current: current === "unlinked" },
    { href: paths.appeals, label: t("appeals"), current: current === "appeals", count: appeals },
  ];
  return <Tabs label={t("label")} tabs={tabs} />;
}

/** The same of the organisation that holds. */
export async function DeskTabs({
  current,
  appeals,
}: {
  current: "active" | "ended" | "appeals" | "returns";
  appeals: number;
}) {
  const t = await getTranslations("release.views");
  const tabs: Tab[] = [
    { href: paths.deskHolds, label: t("active"), current: current === "active" },
    { href: paths.deskReturns, label: t("returns"), current: current === "returns" },
    { href: paths.appeals, label: t("appeals"), current: current === "appeals", count: appeals },
    { href: `${paths.deskHolds}?view=ended`, label: t("ended"), current: current === "ended" },
  ];
  return <Tabs label={t("label")} tabs={tabs} />;
}
