import { useTranslations } from "next-intl";
import { Tabs } from "@/components/ui/tabs";

/** The two views of a register: all of it, and what waits for its confirmation. */
export function WaitingTabs({ path, state }: { path: string; state?: "open" }) {
  const t = useTranslations("admin.waiting");
  return (
    <Tabs
      label={t("label")}
      tabs={[
        { href: path, label: t("all"), current: state === undefined },
        { href: `${path}?state=open`, label: t("open"), current: state === "open" },
      ]}
    />
  );
}
