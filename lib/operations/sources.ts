/** The works whose rows may be set aside (lib/jobs/one-by-one.ts); the database knows the same. Words: `admin.jobs.sources.<code>`. */
export const asideSources = ["outbox", "ladder-steps", "urges", "promises"] as const;
export type AsideSource = (typeof asideSources)[number];
