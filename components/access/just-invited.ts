/** Whose first password was set a moment ago in this window: carried to the door in memory, never in an address or a storage. */
let email: string | null = null;

export const justInvited = (): string | null => email;
export function rememberInvited(invited: string | null): void {
  email = invited;
}
