import { getTranslations } from "next-intl/server";
import { FilterCheck, FilterForm, FilterSelect } from "@/components/ui/filter-form";
import { type CaseFilter, caseSorts, caseStatuses } from "@/lib/cases/filter";
import { paths } from "@/lib/paths";

/** By which cases are chosen and sorted. */
export async function CaseFilters({
  value,
  fraudTypes,
}: {
  value: CaseFilter;
  fraudTypes: { code: string; name: string }[];
}) {
  const t = await getTranslations("cases");
  const active = value.status || value.fraudType || value.mine || value.sort !== "newest";
  return (
    <FilterForm
      value={value}
      action={paths.cases}
      apply={t("filter.apply")}
      clear={active ? { href: paths.cases, label: t("filter.clear") } : null}
    >
      <FilterSelect
        label={t("filter.status")}
        name="status"
        defaultValue={value.status ?? ""}
        placeholder={t("filter.all")}
        choices={caseStatuses.map((status) => ({ value: status, label: t(`status.${status}`) }))}
      />
      <FilterSelect
        label={t("filter.fraudType")}
        name="fraudType"
        defaultValue={value.fraudType ?? ""}
        placeholder={t("filter.all")}
        choices={fraudTypes.map(({ code, name }) => ({ value: code, label: name }))}
      />
      <FilterSelect
        label={t("filter.sort")}
        name="sort"
        defaultValue={value.sort}
        choices={caseSorts.map((sort) => ({ value: sort, label: t(`filter.${sort}`) }))}
      />
      <FilterCheck name="mine" value={value.mine} label={t("filter.mine")} />
    </FilterForm>
  );
}
