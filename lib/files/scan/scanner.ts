import { env } from "@/lib/env";
import { clamd } from "./clamd";

/** What a scanner says of a file; `signature` is its own name for what it found. `unexamined`: it will never say more. */
export type Verdict =
  { found: "nothing" } | { found: "malware"; signature: string } | { found: "unexamined" };

/**
 * Looks for malware in what people bring. The one implementation speaks to clamd; another engine takes its place by another one.
 */
export interface Scanner {
  /** @throws ScannerDown when it does not answer in time: the file waits, it does not pass. */
  scan(bytes: Buffer): Promise<Verdict>;
  /** Whether it answers at all. */
  isUp(): Promise<boolean>;
}

/** The scanner that this installation names (setting CLAMD_HOST), or null: the portal's own inspection stands alone. */
export const scanner = (): Scanner | null => {
  const settings = env().clamd;
  return settings && clamd(settings);
};

/** For the administrator's page: no scanner is set, it answers, or it does not. */
export async function scannerState(): Promise<"none" | "up" | "down"> {
  const engine = scanner();
  if (!engine) return "none";
  return (await engine.isUp()) ? "up" : "down";
}
