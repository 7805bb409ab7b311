"use client";

import { useEffect, useEffectEvent } from "react";

/** Single keys of the signer's card; silent while somebody types, holds a modifier or a dialog is open. */
export function useSignKeys(active: boolean, keys: Record<string, () => void>): void {
  const press = useEffectEvent((event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (target.closest("input, textarea, select, dialog, [contenteditable]")) return;
    keys[event.key.toLowerCase()]?.();
  });
  useEffect(() => {
    if (!active) return;
    const listen = (event: KeyboardEvent) => press(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [active]);
}
