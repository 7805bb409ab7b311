import { expect, it } from "vitest";
import { formWithin, toldWith } from "./bounded-form";

const most = 1_000_000;
const formOf = (bytes: number) => {
  const body = new FormData();
  body.set("input", "lời khai");
  body.set("file", new File([new Uint8Array(bytes)], "sao kê.csv"));
  return body;
};
/** A form as it comes over the wire: in pieces, nobody knows how many. */
async function wired(bytes: number): Promise<[ReadableStream, HeadersInit]> {
  const whole = new Response(formOf(bytes));
  const content = new Uint8Array(await whole.arrayBuffer());
  let at = 0;
  const stream = new ReadableStream({
    pull(to) {
      to.enqueue(content.slice(at, (at += 65_536)));
      if (at >= content.byteLength) to.close();
    },
  });
  return [stream, { "content-type": whole.headers.get("content-type") ?? "" }];
}
const sent = (body: BodyInit, headers?: HeadersInit) =>
  new Request("http://localhost/api/files", { method: "POST", body, headers, duplex: "half" } as RequestInit);

it("a form within its bound is read whole", async () => {
  const read = await formWithin(sent(...(await wired(900_000))), most);
  expect(read).toBeInstanceOf(FormData);
  const file = (read as FormData).get("file") as File;
  expect([(read as FormData).get("input"), file.name, file.size]).toEqual([
    "lời khai",
    "sao kê.csv",
    900_000,
  ]);
});

it("one that is larger is cut off while it comes, whatever its header says", async () => {
  expect(await formWithin(sent(...(await wired(1_100_000))), most)).toBe("too-large");
  let given = 0;
  const endless = new ReadableStream({
    pull(to) {
      given += 65_536;
      to.enqueue(new Uint8Array(65_536));
    },
  });
  const type = "multipart/form-data; boundary=x";
  expect(await formWithin(sent(endless, { "content-type": type }), most)).toBe("too-large");
  expect(given).toBeLessThan(2 * most);
});

it.each([
  ["no form", "text/plain", "abc"],
  [
    "a form that ends in the middle",
    "multipart/form-data; boundary=x",
    "--x\r\nContent-Disposition: form-data",
  ],
  ["nothing", "multipart/form-data; boundary=x", ""],
])("%s is no form", async (_what, type, body) =>
  expect(await formWithin(sent(body, { "content-type": type }), most)).toBeNull(),
);

it("one of many parts is cut off too, also where a boundary lies across two pieces", async () => {
  const part = '--grenze\r\nContent-Disposition: form-data; name="a"\r\n\r\n\r\n';
  const body = (parts: number) => `${part.repeat(parts)}--grenze--\r\n`;
  const type = { "content-type": "multipart/form-data; boundary=grenze" };
  const inPieces = (text: string) =>
    new ReadableStream({
      start(to) {
        for (const piece of text.match(/[^]{1,7}/g) ?? []) to.enqueue(Buffer.from(piece));
        to.close();
      },
    });
  expect(await formWithin(sent(inPieces(body(30)), type), most)).toBeInstanceOf(FormData);
  expect(await formWithin(sent(inPieces(body(60)), type), most)).toBe("too-large");
});

it("the words beside a download are few, and cut at what is asked", async () => {
  const words = new FormData();
  words.set("reason", `  ${"a".repeat(30)} `);
  const told = await toldWith(sent(words));
  expect([told("reason", 10), told("text", 10)]).toEqual(["a".repeat(10), undefined]);
  words.set("text", "b".repeat(100_000));
  expect((await toldWith(sent(words)))("reason", 10)).toBeUndefined();
});
