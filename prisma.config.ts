import { defineConfig } from "prisma/config";

/** Where Prisma's own commands find the schema; the running product never reads this file. */
export default defineConfig({ schema: "prisma/schema", migrations: { path: "prisma/migrations" } });
