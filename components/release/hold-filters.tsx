import { getTranslations } from "next-intl/server";
import { Button } from "@/components/ui/button";
import { ButtonLink } from "@/components/ui/button-link";
import { Select } from "@/components/ui/select";
import { paths } from "@/lib/paths";
import type { HoldFilter } from "@/lib/release/filter";

/** The filters of the list as a plain form: they live in the address and hold no account and no name. */
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
    <form key={JSON.stringify(value)} action={paths.holds} className="row wrap t13 filters no-print">
      <label className="row">
        <span className="mut nw">{t("holder")}</span>
        <Select
          name="holder"
          defaultValue={value.holder ?? ""}
          placeholder={t("all")}
          choices={holders.map(({ id, name }) => ({ value: id, label: name }))}
        />
      </label>
      <label className="row">
        <span className="mut nw">{t("ends")}</span>
        <Select
          name="ends"
          defaultValue={value.ends ?? ""}
          placeholder={t("all")}
          choices={[
            { value: "24", label: t("ends24") },
            { value: "72", label: t("ends72") },
          ]}
        />
      </label>
      <label className="check">
        <input type="checkbox" name="overdue" value="1" defaultChecked={value.overdue === "1"} />
        <span>{t("overdue")}</span>
      </label>
      <label className="check">
        <input type="checkbox" name="appeal" value="1" defaultChecked={value.appeal === "1"} />
        <span>{t("appeal")}</span>
      </label>
      <Button type="submit" size="sm">
        {t("apply")}
      </Button>
      {isActive ? (
        <ButtonLink href={paths.holds} look="ghost" size="sm">
          {t("clear")}
        </ButtonLink>
      ) : null}
    </form>
  );
}
