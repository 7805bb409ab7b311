import { useTranslations } from "next-intl";
import { FilterCheck, FilterForm, FilterSelect } from "@/components/ui/filter-form";
import type { PoliceRequestFilter } from "@/lib/requests/police/filter";
import { paths } from "@/lib/paths";

/** By which requests of the unit are chosen. */
export function PoliceRequestFilters({
  value,
  kindCodes,
  addressees,
}: {
  value: PoliceRequestFilter;
  kindCodes: readonly string[];
  addressees: readonly { id: string; name: string }[];
}) {
  const t = useTranslations("requests.filter");
  const kind = useTranslations("kinds");
  const active = value.kind || value.addressee || value.overdue || value.mine;
  return (
    <FilterForm
      value={value}
      action={paths.requests}
      apply={t("apply")}
      clear={active ? { href: `${paths.requests}?view=${value.view}`, label: t("clear") } : null}
    >
      <input type="hidden" name="view" value={value.view} />
      <FilterSelect
        label={t("kind")}
        name="kind"
        defaultValue={value.kind ?? ""}
        placeholder={t("all")}
        choices={kindCodes.map((code) => ({ value: code, label: kind(code as "ACCOUNT_SUSPEND") }))}
      />
      <FilterSelect
        label={t("addressee")}
        name="addressee"
        defaultValue={value.addressee ?? ""}
        placeholder={t("all")}
        choices={addressees.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FilterCheck name="overdue" value={value.overdue} label={t("overdue")} />
      <FilterCheck name="mine" value={value.mine} label={t("mine")} />
    </FilterForm>
  );
}
