import { useLocale, useTranslations } from "next-intl";
import { durationOf } from "@/components/ui/duration-words";
import { Card } from "@/components/ui/card";
import { leastPeers } from "@/lib/league/least";
import type { Among, Peers } from "@/lib/league/peers";
import { formatShare } from "@/lib/money/share";

/** One's own place among organisations of the same kind, none of which is named. */
export function PeersCard({ peers }: { peers: Peers | null }) {
  const t = useTranslations("ownFigures");
  const d = useTranslations("format.duration");
  const language = useLocale();
  const share = (value: number) => formatShare(Math.round(value * 1000), language);
  const time = (value: number) => {
    const { unit, ...values } = durationOf(value);
    return d(unit, values);
  };
  const line = (among: Among, name: string, shown: (value: number) => string, count: number) => (
    <div key={name}>
      <dt>{name}</dt>
      <dd>
        {among.place === null || among.own === null ? (
          t("peers.unlisted")
        ) : (
          <>
            <b className="fw6">{t("peers.place", { place: among.place, count })}</b>
            <br />
            {t("peers.own", { value: shown(among.own) })}
          </>
        )}
        {among.middle === null ? null : (
          <>
            <br />
            <span className="mut">{t("peers.middle", { value: shown(among.middle) })}</span>
          </>
        )}
      </dd>
    </div>
  );
  return (
    <Card title={t("peers.title")}>
      {peers ? (
        <dl className="ld-methods">
          {line(peers.onTime, t("names.onTime"), share, peers.count)}
          {line(peers.median, t("names.answered"), time, peers.count)}
        </dl>
      ) : (
        <p className="mut">{t("peers.none", { least: leastPeers })}</p>
      )}
    </Card>
  );
}
