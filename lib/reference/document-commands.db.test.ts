import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { closeDatabase } from "@/lib/db";
import { makeAdministrator } from "@/prisma/factories/people";
import { changeDocument, createDocument } from "./document-commands";
import { getDocument, listDocuments } from "./document-queries";
import { changeDocumentInput, newDocumentInput } from "./schema";

let admin: Actor;
beforeAll(async () => {
  admin = await makeAdministrator();
});
afterAll(closeDatabase);

const key = () => randomUUID();

describe("legal documents", () => {
  it("keep what the register knows of an article and are found without accents", async () => {
    const documentId = `test-${Date.now()}`;
    const input = newDocumentInput.parse({
      key: key(),
      documentId,
      titleVi: "Thông tư hướng dẫn thử nghiệm đặc biệt",
      titleEn: "Trial circular",
      type: "circular",
      status: "in-force",
      source: "Công báo",
      articles: "Điều 1 | Phạm vi",
    });
    await createDocument(admin, input);
    await expect(createDocument(admin, { ...input, key: key() })).rejects.toMatchObject({
      details: { fields: { documentId: "admin.errors.codeTaken" } },
    });
    const change = changeDocumentInput.parse({
      ...input,
      key: key(),
      version: 1,
      status: "amended",
      validFrom: "01/01/2026",
      validTo: "01/01/2027",
      articles: "Điều 1 | Phạm vi áp dụng\n\nĐiều 2 | Thời hạn",
    });
    await changeDocument(admin, change);
    await expect(changeDocument(admin, { ...change, key: key() })).rejects.toMatchObject({
      code: "changed-meanwhile",
    });
    expect((await listDocuments(admin, "thu nghiem dac biet")).map(({ id }) => id)).toContain(documentId);
    const read = await getDocument(admin, documentId);
    expect(read?.document).toMatchObject({
      status: "amended",
      articleCount: 2,
      verify: true,
      version: 2,
      validTo: "2027-01-01",
    });
    expect(read?.acts.map(({ type }) => type)).toEqual(["legal_document.changed", "legal_document.created"]);
    expect(
      changeDocumentInput.safeParse({ ...change, validFrom: "2026-01-01", validTo: "2025-01-01" }).success,
    ).toBe(false);
  });
});
