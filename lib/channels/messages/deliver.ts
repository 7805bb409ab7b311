import { env } from "@/lib/env";
import { receiverOf, wordsOf } from "@/lib/channels/content";
import { Gone } from "@/lib/channels/gone";
import { mailWords, whatWords } from "@/lib/channels/mail/words";
import { NotSent } from "@/lib/channels/result";
import { readAsSystem } from "@/lib/db";
import { adapterOf } from "./adapter";

/** Sends one short message: kind (with which limit), record code, link. @throws Gone, NotSent off or no-number, and what the adapter throws. */
export async function deliverMessage(deliveryId: string, channel: "sms" | "zalo"): Promise<void> {
  const adapter = adapterOf(channel);
  if (!adapter) throw new NotSent("off");
  const to = await receiverOf(deliveryId);
  const [word] = await wordsOf(deliveryId, false);
  if (!word) throw new Gone("read");
  const phone = await dutyPhone(to.membershipId);
  if (!phone) throw new Gone("no-number");
  const say = mailWords(to.language);
  const what = whatWords(say, word.kind, word.limit);
  const url = env().appOrigin + word.href;
  const text = say("short", { what: word.code ? `${what} ${word.code}` : what, url });
  await adapter.send({ eventId: to.eventId, recipient: to.membershipId, phone, text });
}

/** The telephone of the desk where a person works: the portal keeps no private numbers. */
async function dutyPhone(membershipId: string): Promise<string | null> {
  const [row] = await readAsSystem<{ duty_phone: string | null }>({
    name: "message-number",
    text: "select o.duty_phone from membership m join organisation o on o.id = m.organisation_id where m.id = $1",
    values: [membershipId],
  });
  return row?.duty_phone ?? null;
}
