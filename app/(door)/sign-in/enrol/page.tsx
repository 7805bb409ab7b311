import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EnrolForm } from "@/components/access/enrol-form";
import { currentSession } from "@/lib/access/current-actor";
import { enrolmentPicture } from "@/lib/access/enrolment-picture";
import { enrolmentUri, newTotpSecret, offeredTotp, offerTotp } from "@/lib/access/totp";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("signIn"))("enrolTitle") };
}

/** First sign-in: binds an authenticator app. A reload shows the same picture until it is confirmed. */
export default async function EnrolPage() {
  const session = await currentSession();
  if (!session) redirect(paths.signIn);
  if (!session.mustEnrol) redirect(`${paths.signIn}/code`);
  let secret = await offeredTotp(session.userId);
  if (!secret) {
    secret = newTotpSecret();
    await offerTotp(session.userId, secret);
  }
  return <EnrolForm secret={secret} picture={enrolmentPicture(enrolmentUri(session.actor?.name ?? "", secret))} />;
}
