import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { InDemo } from "@/components/access/in-demo";
import { MembershipMenu } from "@/components/access/membership-menu";
import { AppFrame } from "@/components/frame/app-frame";
import { LazyPalette } from "@/components/search/lazy-palette";
import { hasRole } from "@/lib/access/actor";
import { currentSession, requireActor } from "@/lib/access/current-actor";
import { homeOf, placesFor } from "@/lib/access/navigation";
import { may } from "@/lib/access/policy";
import { readExpiryAction, signOutAction, stayAction } from "@/lib/access/session-actions";
import { isDemo } from "@/lib/env";
import { readPreferences } from "@/lib/i18n/preferences";
import { getWords } from "@/lib/i18n/words";
import { countUnread } from "@/lib/notices/count";
import { paths } from "@/lib/paths";

/** The frame of whoever has signed in. It protects nothing: every page asks for its actor itself. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const actor = await requireActor();
  const [t, jar, session, unread] = await Promise.all([
    getWords(),
    cookies(),
    currentSession(),
    countUnread(actor),
  ]);
  const { theme, density } = readPreferences((name) => jar.get(name)?.value);
  const { memberships } = session!;
  // words: nav.*
  // words: roles.*
  const nav = placesFor(actor).map(({ code, href, covers }) => ({
    code,
    href,
    covers,
    label: t(`nav.${code}`),
  }));
  const expiresAt = new Date(
    Math.min(session!.idleEndsAt.getTime(), session!.endsAt.getTime()),
  ).toISOString();
  return (
    <AppFrame
      person={{ name: actor.name }}
      acting={{ orgName: actor.orgName, role: actor.roles.map((role) => t(`roles.${role}`)).join(", ") }}
      actingMenu={
        memberships.length > 1 ? (
          <MembershipMenu memberships={memberships} current={actor.membershipId} />
        ) : undefined
      }
      nav={nav}
      demo={isDemo()}
      homeHref={homeOf(actor.roles)}
      ownKeys={
        hasRole(actor, "liaison_manager") ? ["answer", "assign"] : hasRole(actor, "liaison") ? ["answer"] : []
      }
      searchHref={may(actor, "search.use") ? paths.search : undefined}
      palette={
        may(actor, "search.use") ? (
          <LazyPalette
            commands={
              may(actor, "case.create")
                ? [
                    "desk",
                    ...(hasRole(actor, "commander") ? (["signing"] as const) : []),
                    "cases",
                    "newCase",
                    "statement",
                    "requests",
                    "exportRequests",
                    "holds",
                    "search",
                  ]
                : ["search"]
            }
          />
        ) : undefined
      }
      notices={{ href: paths.notices, unread }}
      accountHref={paths.account}
      signOut={signOutAction}
      session={{ expiresAt, onStay: stayAction, readExpiry: readExpiryAction, signInHref: paths.signIn }}
      now={new Date().toISOString()}
      theme={theme}
      density={density}
    >
      <InDemo value={isDemo()}>{children}</InDemo>
    </AppFrame>
  );
}
