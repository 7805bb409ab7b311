"use client";

import { CalendarPlus } from "@/components/icons/calendar-plus";
import { Snowflake } from "@/components/icons/snowflake";
import { X } from "@/components/icons/x";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Money } from "@/components/ui/money";
import { type OrderKind, ordersAtOnce } from "@/lib/release/orders/schema";
import type { HoldRow } from "@/lib/release/types";
import { OrderDialog } from "./order-dialog";

/** What can be asked about the chosen holds together. */
export function OrderBar({ holds, onClear }: { holds: readonly HoldRow[]; onClear: () => void }) {
  const t = useTranslations("release.orders");
  const [kind, setKind] = useState<OrderKind | null>(null);
  const sum = holds.reduce((all, { amount, returned }) => all + BigInt(amount) - BigInt(returned), 0n);
  const isTooMany = holds.length > ordersAtOnce;
  return (
    <div className="bulk no-print" role="region" aria-label={t("bar")}>
      <b className="fw6 t13" role="status">
        {t("chosen", { count: holds.length })} · <Money value={sum} />
      </b>
      <Button
        size="sm"
        look="primary"
        disabled={isTooMany}
        icon={<CalendarPlus className="i" aria-hidden />}
        onClick={() => setKind("HOLD_EXTENSION")}
      >
        {t("extend")}
      </Button>
      <Button
        size="sm"
        disabled={isTooMany}
        icon={<Snowflake className="i" aria-hidden />}
        onClick={() => setKind("ACCOUNT_FREEZE")}
      >
        {t("freeze")}
      </Button>
      {isTooMany ? <span className="t13">{t("tooMany", { most: ordersAtOnce })}</span> : null}
      <span className="push" />
      <Button size="sm" look="ghost" icon={<X className="i" aria-hidden />} onClick={onClear}>
        {t("clear")}
      </Button>
      {kind ? (
        <OrderDialog
          key={kind}
          kindCode={kind}
          holdIds={holds.map(({ id }) => id)}
          onClose={() => setKind(null)}
          onDone={onClear}
        />
      ) : null}
    </div>
  );
}
