import NextLink from "next/link";
import type { ComponentProps } from "react";

/**
 * A link within the portal. Nothing is fetched before it is followed: every page is made for one reader at one moment, and asking
 * for all that are linked made the server write six pages for each one that was read.
 */
export function Link(props: Omit<ComponentProps<typeof NextLink>, "prefetch">) {
  return <NextLink {...props} prefetch={false} />;
}
