import { Problem } from "@/lib/errors";

/** What an act was refused with, and who was first; null when it was done. */
export const rejection = (act: Promise<unknown>) =>
  act.then(
    () => null,
    (error: unknown) => (error instanceof Problem ? { code: error.code, by: error.details.by?.name } : error),
  );
