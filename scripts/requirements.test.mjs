import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { scramVerifier } from "./database-roles.mjs";
import { isAtLeast, requireNode } from "./node-version.mjs";
import { isPortFree, requireDisk, requirePort } from "./requirements.mjs";

describe("what a machine must have", () => {
  it.each([
    ["20.19.0", true],
    ["v20.19.0", true],
    ["20.20.2", true],
    ["22.1.0", true],
    ["20.18.9", false],
    ["18.99.99", false],
    ["9.30.0", false],
  ])("Node %s is new enough: %s", (version, isEnough) => {
    expect(isAtLeast(version, "20.19.0")).toBe(isEnough);
  });

  it("says in both languages that Node is too old", () => {
    expect(() => requireNode("18.20.4")).toThrow(/quá cũ[^]*too old/);
    expect(() => requireNode()).not.toThrow();
  });

  it("says that the disk is full, also for a folder that is still to be made", () => {
    expect(() => requireDisk("/no/such/folder", 1e9)).toThrow(/gần đầy[^]*nearly full/);
    expect(() => requireDisk(".", 0)).not.toThrow();
  });

  it.each(["127.0.0.1", "0.0.0.0"])(
    "notices a program that listens on %s and names the setting",
    async (host) => {
      const server = createServer();
      await new Promise((resolve) => server.listen(0, host, resolve));
      const { port } = server.address();
      expect(await isPortFree(port)).toBe(false);
      await expect(requirePort(port, "PORT")).rejects.toThrow(/PORT=/);
      await new Promise((resolve) => server.close(resolve));
      expect(await isPortFree(port)).toBe(true);
    },
  );

  it("starts demo, test and check before anything is installed", () => {
    for (const name of [
      "demo",
      "test",
      "check",
      "messages",
      "node-version",
      "install",
      "processes",
      "requirements",
    ]) {
      const text = readFileSync(new URL(`${name}.mjs`, import.meta.url), "utf8");
      const imported = [...text.matchAll(/^import .* from "([^"]+)"/gm)].map(([, from]) => from);
      expect(imported.filter((from) => !/^(node:|\.\/)/.test(from))).toEqual([]);
    }
  });
});

it("stores a password as PostgreSQL does (RFC 7677's example)", () => {
  const salt = Buffer.from("W22ZaJ0SNY7soEsUEjb6gQ==", "base64");
  expect(scramVerifier("pencil", salt)).toBe(
    "SCRAM-SHA-256$4096:W22ZaJ0SNY7soEsUEjb6gQ==$WG5d8oPm3OtcPnkdi4Uo7BkeZkBFzpcXkuLmtbsT4qY=:wfPLwcE6nTWhTAmQ7tl2KeoiWGPlZqQxSrmfPwDl2dU=",
  );
});
