import type { Locator } from "@playwright/test";

/**
 * Presses what may not stand yet, or not any more: a page is seen before its script runs, and an act that is under way takes its
 * button along. Whoever calls looks whether it counted, and calls again.
 */
export const press = (button: Locator): Promise<void> =>
  button.click({ timeout: 1_000 }).catch(() => undefined);
