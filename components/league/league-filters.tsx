import { useTranslations } from "next-intl";
import { FilterForm, FilterSelect } from "@/components/ui/filter-form";
import { leagueAddress } from "@/lib/league/address";
import type { LeagueFilter, LeagueKind } from "@/lib/league/filter";
import { offeredKinds } from "@/lib/requests/kinds";
import { paths } from "@/lib/paths";

/** Whom the table compares, and by which requests. */
export function LeagueFilters({ filter, kinds }: { filter: LeagueFilter; kinds: readonly LeagueKind[] }) {
  const t = useTranslations("league");
  const words = useTranslations("kinds");
  const { of, kind, ...rest } = filter;
  const clear = leagueAddress(paths.league, { ...rest, of: undefined, kind: undefined });
  const kept = Object.entries(rest).filter((pair): pair is [string, string] => typeof pair[1] === "string");
  return (
    <FilterForm
      value={filter}
      action={paths.league}
      apply={t("filter.apply")}
      clear={of || kind ? { href: clear, label: t("filter.clear") } : null}
    >
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <FilterSelect
        label={t("filter.of")}
        name="of"
        defaultValue={of ?? ""}
        placeholder={t("filter.anyOf")}
        choices={kinds.map((value) => ({ value, label: t(`of.${value}`) }))}
      />
      <FilterSelect
        label={t("filter.kind")}
        name="kind"
        defaultValue={kind ?? ""}
        placeholder={t("filter.anyKind")}
        choices={offeredKinds.map((value) => ({ value, label: words(value) }))}
      />
    </FilterForm>
  );
}
