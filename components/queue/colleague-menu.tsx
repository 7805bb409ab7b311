import { UserRoundPlus } from "@/components/icons/user-round-plus";
import { LiveButton } from "@/components/ui/live-button";
import { Menu } from "@/components/ui/menu";
import type { Colleague } from "@/lib/requests/desk/types";

/** Whom to give it to: one press chooses. `nobody` names the way back to no one, where there is one. */
export function ColleagueMenu({
  label,
  small = false,
  colleagues,
  chosen,
  nobody,
  pending,
  onChoose,
}: {
  label: string;
  small?: boolean;
  colleagues: readonly Colleague[];
  /** Who has it now, where it is one thing. */
  chosen?: string | null;
  nobody?: string;
  pending: boolean;
  onChoose: (membershipId: string | null) => void;
}) {
  return (
    <Menu
      label={label}
      className={small ? "btn btn-sm" : "btn"}
      align="start"
      trigger={
        <>
          <UserRoundPlus className="i" aria-hidden />
          {label}
        </>
      }
    >
      {colleagues.map(({ membershipId, name }) => (
        <LiveButton
          key={membershipId}
          className="menu-item"
          disabled={pending}
          aria-pressed={chosen === undefined ? undefined : membershipId === chosen}
          onClick={() => onChoose(membershipId)}
        >
          <span className="grow">{name}</span>
        </LiveButton>
      ))}
      {nobody ? (
        <LiveButton className="menu-item menu-line" disabled={pending} onClick={() => onChoose(null)}>
          {nobody}
        </LiveButton>
      ) : null}
    </Menu>
  );
}
