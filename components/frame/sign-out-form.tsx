"use client";

import type { ReactNode } from "react";
import { paths } from "@/lib/paths";

/**
 * Ends the session, then leaves by a real navigation: only so does the browser read the answer that empties its cache and
 * storage, and nothing that this page still holds in memory lives on.
 */
export function SignOutForm({ signOut, children }: { signOut: () => Promise<void>; children: ReactNode }) {
  const leave = async () => {
    const isOver = await signOut().then(
      () => true,
      () => false, // no connection: the person is still signed in, and the line above the page says why
    );
    if (isOver) location.assign(paths.signedOut);
  };
  return <form action={leave}>{children}</form>;
}
