import { Check } from "@/components/icons/check";
import { useTranslations } from "next-intl";
import { switchMembershipAction } from "@/lib/access/session-actions";

/** The capacities a person may act in; the present one is marked. Needs the script: a form posted plainly is refused. */
export function MembershipMenu({
  memberships,
  current,
}: {
  memberships: { id: string; organisation: string; title: string | null; roles: string[] }[];
  current: string;
}) {
  // words: roles.*
  const t = useTranslations("roles");
  return memberships.map(({ id, organisation, title, roles }) => (
    <form key={id} action={switchMembershipAction}>
      <input type="hidden" name="membershipId" value={id} />
      <button type="submit" className="menu-item" aria-current={id === current ? "true" : undefined}>
        <span className="grow">
          <b className="fw6">{organisation}</b>
          <span className="sub t12 mut">{title ?? roles.map((role) => t(role)).join(", ")}</span>
        </span>
        {id === current ? <Check className="i" aria-hidden /> : null}
      </button>
    </form>
  ));
}
