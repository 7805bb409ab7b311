"use client";

import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { Note } from "@/components/ui/note";
import { paths } from "@/lib/paths";
import type { FiledOrders } from "@/lib/release/orders/types";
import { LeftOutList } from "./left-out-list";

/** What an act drafted, each with its address, and what it left out. */
export function OrderDone({ filed: { drafted, leftOut } }: { filed: FiledOrders }) {
  const t = useTranslations("release.orders");
  return (
    <div className="stack">
      {drafted.length > 0 ? (
        <Note tone="green" title={t("done", { count: drafted.length })} announce>
          <ul className="stack-1">
            {drafted.map(({ requestId, code, holder, holds }) => (
              <li key={requestId}>
                <Link href={paths.request(requestId)} className="num">
                  {code}
                </Link>{" "}
                {t("drafted", { holder, count: holds })}
              </li>
            ))}
          </ul>
        </Note>
      ) : (
        <Note tone="amber" title={t("nothing")} announce />
      )}
      {leftOut.length > 0 ? <LeftOutList holds={leftOut} /> : null}
    </div>
  );
}
