"use client";

import { type ComponentProps, lazy } from "react";

// A queue on which nothing is open has nothing to doubt, and does not carry the way to do so.
const SuspectButton = lazy(() =>
  import("./suspect-button").then((module) => ({ default: module.SuspectButton })),
);

export const LazySuspectButton = (props: ComponentProps<typeof SuspectButton>) => (
  <SuspectButton {...props} />
);
