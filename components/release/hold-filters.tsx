import { useTranslations } from "next-intl";
import { FilterCheck, FilterForm, FilterSelect } from "@/components/ui/filter-form";
import { paths } from "@/lib/paths";
import type { HoldFilter } from "@/lib/release/filter";

/** By which holds are chosen; no account and no name among them. */
export function HoldFilters({
  value,
  holders,
}: {
  value: HoldFilter;
  holders: readonly { id: string; name: string }[];
}) {
  const t = useTranslations("release.filter");
  const isActive = value.holder || value.case || value.ends || value.overdue || value.appeal;
  return (
    <FilterForm
      value={value}
      action={paths.holds}
      apply={t("apply")}
      clear={isActive ? { href: paths.holds, label: t("clear") } : null}
    >
      {value.case ? <input type="hidden" name="case" value={value.case} /> : null}
      <FilterSelect
        label={t("holder")}
        name="holder"
        defaultValue={value.holder ?? ""}
        placeholder={t("all")}
        choices={holders.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <FilterSelect
        label={t("ends")}
        name="ends"
        defaultValue={value.ends ?? ""}
        placeholder={t("all")}
        choices={[
          { value: "today", label: t("endsToday") },
          { value: "tomorrow", label: t("endsTomorrow") },
          { value: "soon", label: t("endsSoon") },
        ]}
      />
      <FilterCheck name="overdue" value={value.overdue} label={t("overdue")} />
      <FilterCheck name="appeal" value={value.appeal} label={t("appeal")} />
    </FilterForm>
  );
}
