import nodemailer from "nodemailer";
import { expect, it } from "vitest";
import { startMailCatcher } from "./mail-catcher.mjs";

it("takes mails, lists them and shows one, and lets nothing of them run", async () => {
  const catcher = await startMailCatcher();
  expect(await (await fetch(catcher.address)).text()).toContain("Chưa có thư nào");
  await nodemailer.createTransport(catcher.smtpUrl).sendMail({
    from: "a@lachan.example",
    to: "b@lachan.example",
    subject: "Thư <b>thử</b>",
    text: "Nội dung: https://lachan.example/",
    html: "<html><head></head><body><p>Nội dung</p><script>alert(1)</script></body></html>",
  });
  const list = await fetch(catcher.address);
  const listed = await list.text();
  expect(listed).toContain("Thư &lt;b&gt;thử&lt;/b&gt;");
  expect(listed).toContain("b@lachan.example");
  expect(list.headers.get("content-security-policy")).toMatch(/^default-src 'none'/);
  expect(await (await fetch(`${catcher.address}/mails/1`)).text()).toContain(
    'Nội dung: <a href="https://lachan.example/">https://lachan.example/</a>',
  );
  const html = await fetch(`${catcher.address}/mails/1/html`);
  expect(html.headers.get("content-security-policy")).toMatch(
    /^sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'/,
  );
  // A link of it opens beside it, in a window that is not the mail's.
  expect(await html.text()).toContain('<head><base target="_blank">');
  expect(await (await fetch(`${catcher.address}/mails.json`)).json()).toMatchObject([
    { to: "b@lachan.example" },
  ]);
  expect((await fetch(`${catcher.address}/mails/9`)).status).toBe(404);
  expect((await fetch(`${catcher.address}/style.css`)).headers.get("content-type")).toContain("text/css");
  await catcher.close();
  await expect(fetch(catcher.address)).rejects.toThrow();
});
