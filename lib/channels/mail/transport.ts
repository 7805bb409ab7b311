import nodemailer, { type Transporter } from "nodemailer";
import type SMTPPool from "nodemailer/lib/smtp-pool";
import { env } from "@/lib/env";
import { NotSent } from "@/lib/channels/result";
import { patienceMs } from "@/lib/channels/webhook/post";
import type { Letter } from "./letter";

let transport: Transporter | undefined;

/** The office's mail server; a few connections serve all mails. @throws NotSent off, when none is set. */
function server(): { transport: Transporter; from: string } {
  const { mail } = env();
  if (!mail) throw new NotSent("off");
  transport ??= nodemailer.createTransport({
    url: mail.url,
    pool: true,
    maxConnections: 5,
    connectionTimeout: patienceMs,
    greetingTimeout: patienceMs,
    socketTimeout: patienceMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  } as SMTPPool.Options);
  return { transport, from: mail.from };
}

/** Hands a mail to the server. The event's id is its Message-ID, so that a mailbox tells a repetition. */
export async function sendMail(
  to: string,
  letter: Letter,
  eventId: string,
  preferences: string,
): Promise<void> {
  const { transport: sender, from } = server();
  const { hostname, origin } = new URL(env().appOrigin);
  await sender.sendMail({
    from,
    to,
    ...letter,
    messageId: `<${eventId}@${hostname}>`,
    list: { unsubscribe: origin + preferences },
    headers: { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All" },
  });
}

/** Lets the connections go: graceful stop and tests. */
export function closeMail(): void {
  transport?.close();
  transport = undefined;
}
