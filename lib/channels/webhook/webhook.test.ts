import { createHmac } from "node:crypto";
import http from "node:http";
import type { AddressInfo } from "node:net";
import tls from "node:tls";
import { afterEach, describe, expect, it } from "vitest";
import { codeOfError } from "@/lib/channels/result";
import { isReachable, parseAddress, pin } from "./address";
import { post } from "./post";
import { newSecret, signatureOf } from "./signature";

const servers: { close: () => void }[] = [];
afterEach(() => servers.splice(0).forEach((server) => server.close()));

async function serve(answer: http.RequestListener) {
  const server = http.createServer(answer);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  servers.push({ close: () => (server.closeAllConnections(), server.close()) });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}
const codeOf = (work: Promise<unknown>) => work.then(() => "ok", codeOfError);
const inside = { allowPrivate: true, timeoutMs: 400 };

describe("where a webhook may go", () => {
  it.each([
    ["8.8.8.8", true],
    ["2606:4700::1111", true],
    ["127.0.0.1", false],
    ["10.1.2.3", false],
    ["172.16.0.1", false],
    ["192.168.1.1", false],
    ["100.64.0.1", false],
    ["169.254.169.254", false],
    ["0.0.0.0", false],
    ["224.0.0.1", false],
    ["255.255.255.255", false],
    ["198.18.0.1", false],
    ["192.0.2.1", false],
    ["240.0.0.1", false],
    ["::1", false],
    ["::", false],
    ["fe80::1", false],
    ["fd00::1", false],
    ["::ffff:127.0.0.1", false],
    ["::ffff:10.0.0.1", false],
    ["64:ff9b::a00:1", false],
    ["64:ff9b::808:808", false], // a translator of somebody's network stands there, whatever lies behind it
    ["64:ff9b:1::a00:1", false],
    ["64:ff9b:1:ffff::1", false],
    ["fec0::1", false],
    ["feff::1", false],
    ["::ffff:0:a00:1", false],
    ["::ffff:8.8.8.8", true],
    ["::ffff:169.254.169.254", false],
    ["::10.0.0.1", false],
    ["4000::1", false],
    ["3fff::1", false],
    ["100::1", false],
    ["fe80::1%eth0", false],
    ["2002:a00:1::", false],
    ["not an address", false],
  ])("%s from outside: %s", (address, expected) => expect(isReachable(address, false)).toBe(expected));

  it("opens private networks to an operator who says so, and never a link-local one", () => {
    for (const address of ["127.0.0.1", "10.1.2.3", "fd00::1", "::1"])
      expect(isReachable(address, true)).toBe(true);
    for (const address of [
      "169.254.169.254",
      "fe80::1",
      "fec0::1",
      "64:ff9b::a00:1",
      "64:ff9b:1::1",
      "0.0.0.0",
      "224.0.0.1",
    ])
      expect(isReachable(address, true)).toBe(false);
  });

  it.each([
    "168.63.129.16",
    "::ffff:168.63.129.16",
    "100.100.100.200",
    "192.0.0.192",
    "169.254.170.2",
    "fd00:ec2::254",
    "fd00:0ec2:0:0::0254",
    "FD20:CE::254",
  ])("never leads to %s, where a cloud keeps a machine's keys", async (address) => {
    for (const allowPrivate of [false, true]) {
      expect(isReachable(address, allowPrivate)).toBe(false);
      const resolve = () => Promise.resolve([{ address: "8.8.8.8" }, { address }]);
      expect(await codeOf(pin(new URL("https://bank.example/"), allowPrivate, resolve))).toBe(
        "private-address",
      );
    }
  });

  it.each([
    ["http://bank.example/hook", "https-only"],
    ["ftp://bank.example/", "bad-address"],
    ["https://user:word@bank.example/", "bad-address"],
    ["https://bank.example/#part", "bad-address"],
    ["bank", "bad-address"],
  ])("%s: %s", async (url, code) => {
    expect(await codeOf(Promise.resolve().then(() => parseAddress(url, false)))).toBe(code);
  });

  it.each([
    ["https://127.0.0.1/", "private-address"],
    ["https://[::1]/", "private-address"],
    ["https://2130706433/", "private-address"], // the same, as one number
    ["https://0x7f.1/", "private-address"],
    ["https://0177.0.0.1/", "private-address"], // octal
    ["https://017700000001/", "private-address"],
    ["https://0xa000001/", "private-address"],
    ["https://127.1/", "private-address"],
    ["https://127.0.0.1./", "private-address"],
    ["https://10.0.0.1./", "private-address"],
    ["https://１２７.0.0.1/", "private-address"],
    ["https://[64:ff9b::7f00:1]/", "private-address"],
    ["https://[64:ff9b:1::7f00:1]/", "private-address"],
    ["https://[fec0::1]/", "private-address"],
    ["https://[::ffff:a00:1]/", "private-address"],
  ])("%s is seen through", async (url, code) => {
    expect(await codeOf(pin(parseAddress(url, false), false))).toBe(code);
  });

  it("refuses a name when one of its addresses is private, and pins the one it looked at", async () => {
    const url = parseAddress("https://bank.example/", false);
    const one = (...all: string[]) =>
      pin(url, false, () => Promise.resolve(all.map((address) => ({ address }))));
    expect(await codeOf(one("8.8.8.8", "10.0.0.1"))).toBe("private-address");
    expect(await codeOf(one())).toBe("dns");
    expect(await codeOf(pin(url, false, () => Promise.reject(new Error("no such name"))))).toBe("dns");
    expect(await one("8.8.4.4", "2606:4700::1111")).toEqual({ address: "8.8.4.4", family: 4 });
  });
});

describe("what a receiver may answer", () => {
  it("takes any 2xx and sends body and headers as they are", async () => {
    let heard: { body: string; header: unknown } | undefined;
    const url = await serve((request, response) => {
      let body = "";
      request.on("data", (part) => (body += part));
      request.on("end", () => {
        heard = { body, header: request.headers["x-lachan-event"] };
        response.writeHead(204).end();
      });
    });
    expect(await post(url, '{"a":"ạ"}', { "x-lachan-event": "e1" }, inside)).toBe(204);
    expect(heard).toEqual({ body: '{"a":"ạ"}', header: "e1" });
  });

  it("goes to the address that was looked at, whatever the name says now", async () => {
    const url = new URL(await serve((_, response) => response.end()));
    const resolve = () => Promise.resolve([{ address: "127.0.0.1" }]);
    expect(await post(`http://nowhere.example:${url.port}/`, "{}", {}, { ...inside, resolve })).toBe(200);
  });

  it.each<[string, http.RequestListener, string]>([
    [
      "a redirect",
      (_, response) => response.writeHead(302, { location: "http://127.0.0.1/" }).end(),
      "redirect",
    ],
    ["an error of its own", (_, response) => response.writeHead(503).end(), "http-503"],
    ["a refusal", (_, response) => response.writeHead(410).end(), "http-410"],
    ["nothing", () => undefined, "timeout"],
    ["a drop now and then", (_, response) => void response.writeHead(200).write("."), "timeout"],
    ["without end", (_, response) => flood(response), "too-large"],
    ["by hanging up", (request) => request.socket.destroy(), "cut"],
  ])("%s: says so", async (_, answer, code) => {
    const url = await serve(answer);
    expect(await codeOf(post(url, "{}", {}, inside))).toBe(code);
  });

  it("says of a closed port, a broken TLS and a private address what they are", async () => {
    const closed = await serve(() => undefined);
    servers.splice(0).forEach((server) => server.close());
    expect(await codeOf(post(closed, "{}", {}, inside))).toBe("refused");
    const plain = new URL(await serve((_, response) => response.end()));
    expect(await codeOf(post(`https://127.0.0.1:${plain.port}/`, "{}", {}, inside))).toBe("tls");
    const noKey = tls.createServer({});
    await new Promise<void>((ready) => noKey.listen(0, "127.0.0.1", ready));
    servers.push(noKey);
    const { port } = noKey.address() as AddressInfo;
    expect(await codeOf(post(`https://127.0.0.1:${port}/`, "{}", {}, inside))).toBe("tls");
    expect(await codeOf(post(`https://127.0.0.1:${port}/`, "{}", {}, { allowPrivate: false }))).toBe(
      "private-address",
    );
  });
});

function flood(response: http.ServerResponse): void {
  response.writeHead(200);
  const more = () => {
    while (!response.destroyed && response.write(Buffer.alloc(16_384, "x")));
    if (!response.destroyed) response.once("drain", more);
  };
  response.on("error", () => undefined);
  more();
}

it("signs timestamp and body with every secret that is valid", () => {
  const [now, before] = [newSecret(), newSecret()];
  expect(now).toMatch(/^lcwh_[\w-]{43}$/);
  expect(now).not.toBe(before);
  const mac = (secret: string) => createHmac("sha256", secret).update('1764000000.{"a":1}').digest("hex");
  expect(signatureOf('{"a":1}', 1_764_000_000, [now, before])).toBe(`v1=${mac(now)},v1=${mac(before)}`);
});
