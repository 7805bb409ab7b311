import { createHash, randomBytes } from "node:crypto";
import { link, mkdir, open, readFile, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { env } from "@/lib/env";

/**
 * Each organisation's files lie apart: a row that names the bytes of another one finds nothing, whoever could write such a row.
 */
const placeOf = (ownerOrgId: string, sha256: string) =>
  join(env().filesDir, ownerOrgId, sha256.slice(0, 2), sha256);

/**
 * Keeps bytes under their own SHA-256 and returns it. Written to a random name and flushed first, so a crash leaves no half
 * file under a good name; the same content twice is one file of its owner.
 */
export async function storeBytes(ownerOrgId: string, bytes: Buffer): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const place = placeOf(ownerOrgId, sha256);
  await mkdir(dirname(place), { recursive: true, mode: 0o700 });
  const draft = join(dirname(place), `.${randomBytes(12).toString("hex")}`);
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await link(draft, place).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
  await unlink(draft);
  return sha256;
}

/** Reads what was kept and proves that it is still the same. @throws Error when it is missing or was changed on disk. */
export async function readBytes(ownerOrgId: string, sha256: string): Promise<Buffer> {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error("not a SHA-256");
  if (!/^[0-9a-f-]{36}$/.test(ownerOrgId)) throw new Error("not an organisation");
  const bytes = await readFile(placeOf(ownerOrgId, sha256));
  if (createHash("sha256").update(bytes).digest("hex") !== sha256) throw new Error("file changed on disk");
  return bytes;
}
