import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import PostalMime from "postal-mime";
import { SMTPServer } from "smtp-server";

/** The mails of the demo and of browser tests: taken on this machine, kept in memory, read on a small page, sent nowhere. */

const most = 500;
const file = (name) => readFileSync(new URL(name, import.meta.url), "utf8");

const listening = (server, port) =>
  new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });

/**
 * Starts to take mails. Where `port` is taken, the page gets any other.
 * @param {{ port?: number }} where
 * @returns {Promise<{ smtpUrl: string, address: string, close: () => Promise<void> }>}
 */
export async function startMailCatcher({ port = 0 } = {}) {
  const mails = [];
  let last = 0;
  const smtp = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    size: 1024 * 1024,
    onData(stream, session, done) {
      const parts = [];
      stream.on("data", (part) => parts.push(part));
      stream.on("end", async () => {
        const mail = await PostalMime.parse(Buffer.concat(parts));
        const to = session.envelope.rcptTo.map(({ address }) => address).join(", ");
        mails.unshift({ ...mail, id: String((last += 1)), at: new Date(), to });
        mails.length = Math.min(mails.length, most);
        done();
      });
    },
  });
  // A sender that hangs up is his own matter.
  smtp.on("error", () => undefined);
  await listening(smtp.server, 0);
  const page = createServer((request, response) => answer(mails, request, response));
  await listening(page, port).catch(() => listening(page, 0));
  return {
    smtpUrl: `smtp://127.0.0.1:${smtp.server.address().port}`,
    address: `http://localhost:${page.address().port}`,
    close: async () => {
      await Promise.all([
        new Promise((done) => smtp.close(done)),
        new Promise((done) => {
          page.close(done);
          page.closeAllConnections();
        }),
      ]);
    },
  };
}

const policy = "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'";
/** What a mail may do by itself: nothing; its reader may open a link of it, in a window of its own, as in a mail program. */
const sandbox = "allow-popups allow-popups-to-escape-sandbox";
/** A mail's own HTML: its styles and nothing that runs or loads. */
const policyOfMail = `sandbox ${sandbox}; default-src 'none'; style-src 'unsafe-inline'`;

function answer(mails, request, response) {
  const { pathname } = new URL(request.url, "http://localhost");
  const [, , id, part] = pathname.split("/");
  const mail = pathname.startsWith("/mails/") ? mails.find((one) => one.id === id) : undefined;
  const send = (status, type, body, csp = policy) =>
    response
      .writeHead(status, {
        "content-type": `${type}; charset=utf-8`,
        "content-security-policy": csp,
        "x-content-type-options": "nosniff",
        "referrer-policy": "no-referrer",
        "cache-control": "no-store",
      })
      .end(body);
  if (pathname === "/style.css") return send(200, "text/css", file("./mail-catcher.css"));
  if (pathname === "/mails.json")
    return send(
      200,
      "application/json",
      JSON.stringify(mails.map(({ id, at, to, subject, text }) => ({ id, at, to, subject, text }))),
    );
  if (mail && part === "html") return send(200, "text/html", outward(mail.html ?? ""), policyOfMail);
  if (mail) return send(200, "text/html", one(mail));
  if (pathname === "/") return send(200, "text/html", list(mails));
  return send(404, "text/html", whole("Không có thư này", '<p><a href="/">Về danh sách</a></p>'));
}

const entities = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };
const escaped = (words) => String(words ?? "").replace(/[&<>"']/g, (sign) => entities[sign]);
/** A mail's links open beside it: the portal lets no page frame it. */
const outward = (html) => html.replace("<head>", '<head><base target="_blank">');
/** A text's addresses as links, the text itself as it came. */
const linked = (text) =>
  String(text ?? "")
    .split(/(https?:\/\/[^\s<>"]+)/)
    .map((part, at) => (at % 2 ? `<a href="${escaped(part)}">${escaped(part)}</a>` : escaped(part)))
    .join("");
const whole = (title, body) =>
  file("./mail-catcher.html")
    .replaceAll("{{title}}", () => escaped(title))
    .replace("{{body}}", () => body);
const clock = new Intl.DateTimeFormat("vi-VN", {
  timeZone: "Asia/Ho_Chi_Minh",
  dateStyle: "short",
  timeStyle: "medium",
});

function list(mails) {
  const rows = mails.map(
    ({ id, at, to, subject }) =>
      `<li><span><a href="/mails/${id}">${escaped(subject)}</a><br><span class="mut">${escaped(to)}</span></span><time>${clock.format(at)}</time></li>`,
  );
  const empty = '<p class="mut">Chưa có thư nào. Thư khẩn đến ngay; thư gộp đến lúc 07:30 và 16:30.</p>';
  return whole(
    `Thư đã nhận (${mails.length})`,
    `<p><a href="/">Tải lại</a></p>${rows.length > 0 ? `<ul class="card">${rows.join("")}</ul>` : empty}`,
  );
}

function one({ id, at, to, from, subject, text, html, messageId }) {
  const head = [
    ["Tới", to],
    ["Từ", from?.address],
    ["Lúc", clock.format(at)],
    ["Mã sự kiện", messageId],
  ];
  const told = head.map(([name, value]) => `<dt>${name}</dt><dd>${escaped(value)}</dd>`).join("");
  const drawn = html
    ? `<iframe class="card" src="/mails/${id}/html" title="${escaped(subject)}" sandbox="${sandbox}"></iframe>`
    : "";
  return whole(
    subject ?? "",
    `<p><a href="/">Về danh sách</a></p><dl class="card">${told}</dl>${drawn}<pre class="card">${linked(text)}</pre>`,
  );
}
