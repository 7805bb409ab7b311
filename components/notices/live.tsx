"use client";

import { useTranslations } from "next-intl";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { loadLater } from "@/components/ui/load-later";
import type { Alone } from "./keep-fresh";

/**
 * Keeps the page as fresh as the database: hears that something happened and reads the page again through its own rights, or first
 * `alone` what of it moves. With `alert` what is new is said, too. With `own` it is a page about one's own notifications.
 */
export function Live({
  alert = false,
  own = false,
  alone,
}: {
  alert?: boolean;
  own?: boolean;
  alone?: Alone;
}) {
  const t = useTranslations("notices");
  const router = useRouter();
  const [news, setNews] = useState(0);
  const now = useRef({ alone, router });
  useEffect(() => {
    now.current = { alone, router };
  });
  useEffect(
    () =>
      loadLater(
        () => import("./keep-fresh"),
        ({ keepFresh }) =>
          keepFresh({
            own,
            readAll: () => now.current.router.refresh(),
            alone: () => now.current.alone,
            onOrder: () => alert && setNews((count) => count + 1),
          }),
      ),
    [alert, own],
  );

  return (
    <span className="vh" role="status">
      {news > 0 ? t("new", { count: news }) : ""}
    </span>
  );
}
