import { Bell } from "@/components/icons/bell";
import { useTranslations } from "next-intl";
import { usePathname, useSearchParams } from "next/navigation";
import { useEffect, useState } from "react";
import { Link } from "@/components/ui/link";
import { loadLater } from "@/components/ui/load-later";

/** How many notifications wait: as the page says it, and from then on as the stream does. */
export function NoticeBell({ href, unread }: { href: string; unread: number }) {
  const t = useTranslations("frame");
  const [heard, setHeard] = useState({ unread, page: unread });
  // A page that was read again knows better than what was heard before it.
  if (heard.page !== unread) setHeard({ unread, page: unread });
  useEffect(
    () =>
      loadLater(
        () => import("../notices/ring"),
        ({ ring }) => ring((count) => setHeard((before) => ({ ...before, unread: count }))),
      ),
    [],
  );
  const count = heard.unread;
  const [path, query] = [usePathname(), useSearchParams().toString()];
  const hasUnread = count > 0;
  useEffect(() => {
    if (!hasUnread) return;
    void import("../notices/read-record").then(
      ({ readRecordOf }) => readRecordOf(`${path}?${query}`),
      () => undefined,
    );
  }, [hasUnread, path, query]);
  return (
    <Link className="iconbtn" href={href} aria-label={t("notices", { count })}>
      <Bell className="i i-20" aria-hidden />
      {count > 0 ? <span className="pip">{count > 99 ? "99+" : count}</span> : null}
    </Link>
  );
}
