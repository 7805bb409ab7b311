import { useTranslations } from "next-intl";
import { signs } from "@/lib/money/trail/signs";
import type { TrailStatus } from "@/lib/money/trail/status";
import { toneOf } from "@/lib/money/trail/drawing";

/** The sign of a state, as on its node. */
export function StatusSign({ status }: { status: TrailStatus }) {
  return (
    <svg className="tr-mark" viewBox="0 0 14 14" aria-hidden>
      <path className={`tr-sign s-${toneOf(status)}`} d={signs[status]} />
    </svg>
  );
}

/** A state in colour, sign and word. */
export function StatusMark({ status }: { status: TrailStatus }) {
  const t = useTranslations("trail.status");
  return (
    <span className={`tr-status c-${toneOf(status)}`}>
      <StatusSign status={status} />
      {t(status)}
    </span>
  );
}
