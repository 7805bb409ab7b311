import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Select } from "@/components/ui/select";
import { type CaseFilter, caseSorts, caseStatuses } from "@/lib/cases/filter";
import { paths } from "@/lib/paths";

/** The filters of the list as a plain form: they live in the address, work without script and hold no person's data. */
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
    // A form of its own for each address: going back shows that list's values and not what was chosen last.
    <form key={JSON.stringify(value)} action={paths.cases} className="row wrap t13 filters">
      <label className="row">
        <span className="mut nw">{t("filter.status")}</span>
        <Select
          name="status"
          defaultValue={value.status ?? ""}
          placeholder={t("filter.all")}
          choices={caseStatuses.map((status) => ({ value: status, label: t(`status.${status}`) }))}
        />
      </label>
      <label className="row">
        <span className="mut nw">{t("filter.fraudType")}</span>
        <Select
          name="fraudType"
          defaultValue={value.fraudType ?? ""}
          placeholder={t("filter.all")}
          choices={fraudTypes.map(({ code, name }) => ({ value: code, label: name }))}
        />
      </label>
      <label className="row">
        <span className="mut nw">{t("filter.sort")}</span>
        <Select
          name="sort"
          defaultValue={value.sort}
          choices={caseSorts.map((sort) => ({ value: sort, label: t(`filter.${sort}`) }))}
        />
      </label>
      <label className="check">
        <input type="checkbox" name="mine" value="1" defaultChecked={value.mine === "1"} />
        <span>{t("filter.mine")}</span>
      </label>
      <Button type="submit" size="sm">
        {t("filter.apply")}
      </Button>
      {active ? (
        <ButtonLink href={paths.cases} look="ghost" size="sm">
          {t("filter.clear")}
        </ButtonLink>
      ) : null}
    </form>
  );
}
