import type { RequestStatus } from "@/lib/generated/prisma/enums";
import { type ClockTurn, lifecycle, type RequestEvent, type Step, turnOf } from "./lifecycle";

const marks: Record<ClockTurn, string> = {
  start: "clock starts",
  pause: "clock pauses",
  resume: "clock goes on",
  stop: "clock stops",
  restart: "clock starts anew",
  cancel: "clock ends without a verdict",
};

function label(event: RequestEvent, step: Step, to: RequestStatus): string {
  const turn = turnOf(step, to);
  const extras = [step.needs, turn && marks[turn]].filter(Boolean);
  return extras.length > 0 ? `${event} (${extras.join(", ")})` : event;
}

/** The page docs/lifecycle.md, drawn from the table of lib/requests/lifecycle.ts by scripts/draw-lifecycle.mjs. */
export function lifecyclePage(): string {
  const lines: string[] = [];
  const final: string[] = [];
  for (const [from, steps] of Object.entries(lifecycle)) {
    const arrows = Object.entries(steps) as [RequestEvent, Step][];
    if (arrows.length === 0) final.push(from);
    for (const [event, step] of arrows)
      for (const to of step.to) lines.push(`  ${from} --> ${to}: ${label(event, step, to)}`);
  }
  return [
    "# The lifecycle of a request",
    "",
    "Drawn from the table in `lib/requests/lifecycle.ts`: `npx tsx scripts/draw-lifecycle.mjs` writes this page, a test keeps it true.",
    "Who may take an arrow is in `lib/access/policy.ts`; the clock is the answer's deadline.",
    "",
    "```mermaid",
    "stateDiagram-v2",
    "  direction LR",
    "  [*] --> DRAFT",
    ...lines,
    ...final.map((status) => `  ${status} --> [*]`),
    "```",
    "",
  ].join("\n");
}
