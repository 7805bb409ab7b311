"use client";

import { createContext, use, type ReactNode } from "react";

const Context = createContext(false);

/** Tells the screens below whether this is the demonstration, so that a real portal never asks for a demo's code. */
export function InDemo({ value, children }: { value: boolean; children: ReactNode }) {
  return <Context value={value}>{children}</Context>;
}

export const useInDemo = (): boolean => use(Context);
