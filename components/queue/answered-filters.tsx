import { useTranslations } from "next-intl";
import { FilterField, FilterForm, FilterSelect } from "@/components/ui/filter-form";
import { TextInput } from "@/components/ui/text-input";
import { paths } from "@/lib/paths";
import type { AnsweredFilter, AnsweredRange } from "@/lib/requests/queue/answered-filter";
import type { OfferedKind } from "@/lib/requests/kinds";

const written = (day: string) => day.split("-").reverse().join("/");

/** By which days and kind the answered list and its figures are chosen. */
export function AnsweredFilters({
  filter,
  range,
  kindCodes,
}: {
  filter: AnsweredFilter;
  range: AnsweredRange;
  kindCodes: readonly OfferedKind[];
}) {
  const t = useTranslations("queue.history");
  const kinds = useTranslations("kinds");
  return (
    <FilterForm
      value={{ ...range, kind: filter.kind }}
      action={paths.answered}
      apply={t("apply")}
      clear={filter.kind || filter.from || filter.to ? { href: paths.answered, label: t("usual") } : null}
    >
      <FilterField label={t("from")}>
        <TextInput name="from" defaultValue={written(range.from)} maxLength={10} autoComplete="off" />
      </FilterField>
      <FilterField label={t("to")}>
        <TextInput name="to" defaultValue={written(range.to)} maxLength={10} autoComplete="off" />
      </FilterField>
      <FilterSelect
        label={t("kind")}
        name="kind"
        defaultValue={filter.kind ?? ""}
        placeholder={t("every")}
        choices={kindCodes.map((code) => ({ value: code, label: kinds(code) }))}
      />
    </FilterForm>
  );
}
