import { expect, type Locator } from "@playwright/test";

type Given = { name: string; mimeType: string; buffer: Buffer };

/** Chooses files as a person does: a field that waits for the page's script takes none. */
export async function chooseFiles(field: Locator, files: Given | Given[]): Promise<void> {
  await expect(field).toBeEnabled();
  await field.setInputFiles(files);
}
