"use client";

import type { ComponentType } from "react";
import { LazyScreen } from "@/components/ui/lazy-screen";

type Props = { requests: readonly { addressee?: string }[]; onSend: () => void; onClose: () => void };
const load = (): Promise<ComponentType<Props>> =>
  import("./remind-dialog").then((module) => module.RemindDialog);

/** The question before a reminder goes out; it is fetched when it is asked. */
export const RemindAsk = (props: Props) => <LazyScreen<Props> load={load} {...props} />;
