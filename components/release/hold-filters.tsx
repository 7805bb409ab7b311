import { getTranslations } from "next-intl/server";
import { FilterCheck, FilterForm, FilterSelect } from "@/components/ui/filter-form";
import { paths } from "@/lib/paths";
import type { HoldFilter } from "@/lib/release/filter";

/** By which holds are chosen; no account and no name among them. */
export async function HoldFilters({
  value,
  holders,
}: {
  value: HoldFilter;
  holders: readonly { id: string; name: string }[];
}) {
  const t = await getTranslations("release.filter");
  const isActive = value.holder || value.ends || value.overdue || value.appeal;
  return (
    <FilterForm
      value={value}
      action={paths.holds}
      apply={t("apply")}
      clear={isActive ? { href: paths.holds, label: t("clear") } : null}
    >
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
          { value: "24", label: t("ends24") },
          { value: "72", label: t("ends72") },
        ]}
      />
      <FilterCheck name="overdue" value={value.overdue} label={t("overdue")} />
      <FilterCheck name="appeal" value={value.appeal} label={t("appeal")} />
    </FilterForm>
  );
}
