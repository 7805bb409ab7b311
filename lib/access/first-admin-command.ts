import { env } from "@/lib/env";
import { closeDatabase } from "@/lib/db";
import { Problem } from "@/lib/errors";
import { inviteFirstAdministrator } from "./first-admin";

/** `npm run admin:first -- <e-mail> <full name>`: prints the invitation's address, or the code of the refusal with exit 1. */
const [email = "", ...name] = process.argv.slice(2);
if (!/^\S+@\S+\.\S+$/.test(email) || name.length === 0) {
  process.stderr.write("npm run admin:first -- <e-mail> <full name>\n");
  process.exitCode = 2;
} else {
  try {
    const token = await inviteFirstAdministrator(email, name.join(" "));
    process.stdout.write(`${env().appOrigin}/invitation/${token}\n`);
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    process.stderr.write(`${error.code}\n`);
    process.exitCode = 1;
  }
}
await closeDatabase();
