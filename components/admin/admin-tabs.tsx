"use client";

import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect, useRef } from "react";
import { Tabs } from "@/components/ui/tabs";
import { paths } from "@/lib/paths";

/** The registers of administration. */
export function AdminTabs() {
  const t = useTranslations("admin.tabs");
  const at = usePathname();
  const box = useRef<HTMLDivElement>(null);
  // On a narrow screen the register one is in stands in sight, whatever stands before it.
  useEffect(() => {
    const current = box.current?.querySelector<HTMLElement>('[aria-current="page"]');
    const bar = current?.parentElement;
    if (bar)
      bar.scrollLeft = current.offsetLeft - bar.offsetLeft - (bar.clientWidth - current.clientWidth) / 2;
  }, [at]);
  const tabs = [
    { href: paths.admin, label: t("overview") },
    { href: paths.adminOrganisations, label: t("organisations") },
    { href: paths.adminPeople, label: t("people") },
    { href: paths.adminRequestKinds, label: t("kinds") },
    { href: paths.adminDeadlines, label: t("deadlines") },
    { href: paths.adminLadder, label: t("ladder") },
    { href: paths.adminLegalBases, label: t("legal") },
    { href: paths.adminCalendars, label: t("calendars") },
    { href: paths.adminJobs, label: t("jobs") },
    { href: paths.adminDeliveries, label: t("deliveries") },
  ];
  return (
    <div ref={box}>
      <Tabs
        label={t("label")}
        tabs={tabs.map((tab) => ({
          ...tab,
          current: tab.href === paths.admin ? at === tab.href : at.startsWith(tab.href),
        }))}
      />
    </div>
  );
}
