"use client";

import { LazyScreen } from "@/components/ui/lazy-screen";
import type { PaletteCommand } from "./palette";

const load = () => import("./palette").then(({ Palette }) => Palette);

/** What Ctrl K opens, fetched when it is first opened. */
export function LazyPalette({ commands }: { commands: readonly PaletteCommand[] }) {
  return <LazyScreen load={load} commands={commands} />;
}
