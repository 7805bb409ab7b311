import { ChevronLeft } from "@/components/icons/chevron-left";
import { ChevronRight } from "@/components/icons/chevron-right";
import { ButtonLink } from "@/components/ui/button-link";
import { Tabs } from "@/components/ui/tabs";
import { agendaAddress } from "@/lib/agenda/address";
import type { AgendaFilter } from "@/lib/agenda/schema";
import type { Span } from "@/lib/agenda/span";
import { dueKinds, type Reach } from "@/lib/agenda/types";
import { getWords } from "@/lib/i18n/words";

const views = ["month", "week", "list"] as const;
const reaches: readonly Reach[] = ["own", "team"];

/** Whose work, how it is seen, which kinds, and turning on: plain addresses all of them. words: agenda.* */
export async function AgendaBar({ shown, reach, span }: { shown: AgendaFilter; reach: Reach; span: Span }) {
  const t = await getWords("agenda");
  return (
    <div className="stack-2">
      <div className="row wrap between no-print">
        <Tabs
          label={t("who.label")}
          tabs={reaches.map((who) => ({
            href: agendaAddress(shown, { who }),
            label: t(`who.${who}`),
            current: who === reach,
          }))}
        />
        <Tabs
          label={t("view.label")}
          tabs={views.map((view) => ({
            href: agendaAddress(shown, { view }),
            label: t(`view.${view}`),
            current: view === shown.view,
          }))}
        />
        <nav className="row" aria-label={t("turn.label")}>
          <ButtonLink
            href={agendaAddress(shown, { at: span.before })}
            icon={<ChevronLeft className="i" aria-hidden />}
            scroll={false}
            data-turn="before"
          >
            {t("turn.before")}
          </ButtonLink>
          <ButtonLink href={agendaAddress(shown, { at: undefined })} scroll={false}>
            {t("turn.today")}
          </ButtonLink>
          <ButtonLink
            href={agendaAddress(shown, { at: span.next })}
            icon={<ChevronRight className="i" aria-hidden />}
            scroll={false}
            data-turn="next"
          >
            {t("turn.next")}
          </ButtonLink>
        </nav>
      </div>
      <Tabs
        label={t("kinds.label")}
        tabs={[
          {
            href: agendaAddress(shown, { kinds: [] }),
            label: t("kinds.all"),
            current: shown.kinds.length === 0,
          },
          ...dueKinds.map((kind) => ({
            href: agendaAddress(shown, {
              kinds: shown.kinds.includes(kind)
                ? shown.kinds.filter((one) => one !== kind)
                : [...shown.kinds, kind],
            }),
            label: t(`kind.${kind}`),
            current: shown.kinds.includes(kind),
          })),
        ]}
      />
    </div>
  );
}
