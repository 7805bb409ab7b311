import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { closeDatabase } from "@/lib/db";
import { inDays } from "@/prisma/factories/days";
import { makeAdministrator } from "@/prisma/factories/people";
import { changeDocument, confirmDocument, createDocument } from "./document-commands";
import { getDocument, listDocuments } from "./document-queries";
import { createLimit } from "./limit-commands";
import { changeDocumentInput, newDocumentInput, newLimitInput } from "./schema";

let admin: Actor;
beforeAll(async () => {
  admin = await makeAdministrator();
});
afterAll(closeDatabase);

const key = () => randomUUID();

const circular = (over: object) =>
  newDocumentInput.parse({
    key: key(),
    titleEn: "Trial circular",
    type: "circular",
    status: "in-force",
    source: "Công báo",
    articles: "Điều 1 | Phạm vi",
    ...over,
  });

describe("legal documents", () => {
  it("keep what the register knows of an article and are found without accents", async () => {
    const documentId = `test-${Date.now()}`;
    const input = circular({ documentId, titleVi: "Thông tư hướng dẫn thử nghiệm đặc biệt" });
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
    expect(read?.acts[0]?.changes).toMatchObject({
      status: ["in-force", "amended"],
      articlesAdded: "Điều 2",
      articlesReworded: "Điều 1",
    });
    expect(read?.acts.map(({ type }) => type)).toEqual(["legal_document.changed", "legal_document.created"]);
    expect(
      changeDocumentInput.safeParse({ ...change, validFrom: "2026-01-01", validTo: "2025-01-01" }).success,
    ).toBe(false);
  });

  it("that rules lean on do not end without a question, and rules name what the register knows", async () => {
    const documentId = `test-used-${Date.now()}`;
    const input = circular({ documentId, titleVi: "Thông tư thử đang dùng", validFrom: inDays(10) });
    await createDocument(admin, input);
    const limit = (over: object) =>
      createLimit(
        admin,
        newLimitInput.parse({
          key: key(),
          subject: "CASE_LEGAL",
          kindCode: `USED_${Date.now()}`,
          unit: "hours",
          value: 24,
          validFrom: inDays(20),
          source: "Thử nghiệm",
          ...over,
        }),
      );
    await expect(limit({ legalBasis: "test-nowhere:Điều 1" })).rejects.toMatchObject({
      details: { fields: { legalBasis: "admin.errors.unknownDocument" } },
    });
    await expect(limit({ legalBasis: `${documentId}:Điều 999`, validFrom: inDays(5) })).rejects.toMatchObject(
      {
        details: {
          asks: [
            { code: "basisNotInForce", facts: { document: "Thông tư thử đang dùng" } },
            { code: "articleUnknown", facts: { legalBasis: "Điều 999, Thông tư thử đang dùng" } },
          ],
        },
      },
    );
    const { policyId } = await limit({ legalBasis: `${documentId}:Điều 1 khoản 2` });
    expect((await getDocument(admin, documentId))?.uses.limits.map(({ id }) => id)).toEqual([policyId]);
    const end = changeDocumentInput.parse({
      ...input,
      articles: "Điều 1 | Phạm vi",
      key: key(),
      version: 1,
      status: "expired",
    });
    await expect(changeDocument(admin, end)).rejects.toMatchObject({
      details: { asks: [{ code: "documentInUse", facts: { kinds: 0, limits: 1 } }] },
    });
    await changeDocument(admin, { ...end, sure: ["documentInUse"] });
  });

  it("wait to be confirmed anew when they say something else, and not when they are only called otherwise", async () => {
    const documentId = `test-anew-${Date.now()}`;
    const input = circular({ documentId, titleVi: "Thông tư thử xác nhận" });
    await createDocument(admin, input);
    await confirmDocument(admin, { key: key(), id: documentId, version: 1, source: "Công báo" });
    const waits = async (version: number, said: object) => {
      const change = changeDocumentInput.parse({
        ...input,
        articles: "Điều 1 | Phạm vi",
        ...said,
        key: key(),
        version,
      });
      await changeDocument(admin, change);
      return (await getDocument(admin, documentId))?.document.verify;
    };
    expect(await waits(2, { titleVi: "Thông tư thử việc xác nhận" })).toBe(false);
    expect(await waits(3, { articles: "Điều 1 | Phạm vi\nĐiều 9 | Khác" })).toBe(true);
    await confirmDocument(admin, { key: key(), id: documentId, version: 4, source: "Công báo" });
    expect(await waits(5, { status: "expired", articles: "Điều 1 | Phạm vi\nĐiều 9 | Khác" })).toBe(true);
  });
});
