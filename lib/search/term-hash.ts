import { createHash } from "node:crypto";
import { keyedHash } from "@/lib/access/crypto";
import { foldVietnamese } from "@/lib/targets/normalise-text";

/** The same term gives the same hash in every spelling, so that an auditor can ask who else looked for it. */
export const termHash = (term: string): string =>
  keyedHash(
    "lookup",
    createHash("sha256")
      .update(foldVietnamese(term).replace(/[\s.\-]/g, ""))
      .digest("hex"),
  );
