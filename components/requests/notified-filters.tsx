import { useTranslations } from "next-intl";
import { FilterField, FilterForm, FilterSelect } from "@/components/ui/filter-form";
import { TextInput } from "@/components/ui/text-input";
import { paths } from "@/lib/paths";
import { notifiedAddress } from "@/lib/requests/notified/address";
import type { NotifiedFilter } from "@/lib/requests/notified/schema";

/** By which the prosecutor chooses among what was told of. */
export function NotifiedFilters({
  value,
  kindCodes,
}: {
  value: NotifiedFilter;
  kindCodes: readonly string[];
}) {
  const t = useTranslations("authenticity.notified");
  const kinds = useTranslations("kinds");
  return (
    <FilterForm
      value={value}
      action={paths.notified}
      apply={t("apply")}
      clear={
        value.kind || value.code
          ? { href: notifiedAddress({ show: value.show }, {}), label: t("clear") }
          : null
      }
    >
      {value.show === "all" ? null : <input type="hidden" name="show" value={value.show} />}
      <FilterSelect
        label={t("kind")}
        name="kind"
        defaultValue={value.kind ?? ""}
        placeholder={t("every")}
        choices={kindCodes.map((code) => ({ value: code, label: kinds(code as "ACCOUNT_FREEZE") }))}
      />
      <FilterField label={t("code")}>
        <TextInput name="code" defaultValue={value.code ?? ""} maxLength={40} autoComplete="off" />
      </FilterField>
    </FilterForm>
  );
}
