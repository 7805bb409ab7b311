import { env } from "@/lib/env";
import { Gone } from "@/lib/channels/gone";
import { receiverOf, wordsOf } from "@/lib/channels/content";
import { paths } from "@/lib/paths";
import { digestLetter, oneLetter } from "./letter";
import { digestTopic } from "./digest";
import { sendMail } from "./transport";

/** Sends one mail: an urgent notification, or what gathered. @throws Gone when it has become needless; SMTP errors as they come. */
export async function deliverMail(deliveryId: string): Promise<void> {
  const to = await receiverOf(deliveryId);
  const all = await wordsOf(deliveryId, to.topic === digestTopic);
  const [first] = all;
  if (!first) throw new Gone("read");
  const { appOrigin } = env();
  const letter =
    to.topic === digestTopic
      ? digestLetter(to.language, all, appOrigin, paths.noticePreferences)
      : oneLetter(to.language, first, appOrigin, paths.noticePreferences);
  await sendMail(to.email, letter, to.eventId, paths.noticePreferences);
}
