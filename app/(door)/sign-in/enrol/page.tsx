import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { EnrolForm } from "@/components/access/enrol-form";
import { currentSession } from "@/lib/access/current-actor";
import { enrolmentPicture } from "@/lib/access/enrolment-picture";
import { safeReturn } from "@/lib/access/sign-in-schema";
import { enrolmentUri, newTotpSecret, offeredTotp, offerTotp } from "@/lib/access/totp";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("signIn"))("enrolTitle") };
}

/** First sign-in: binds an authenticator app. A reload shows the same picture until it is confirmed. */
export default async function EnrolPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const session = await currentSession();
  if (!session) redirect(paths.signIn);
  const to = safeReturn((await searchParams).to);
  if (!session.mustEnrol) {
    if (!session.secondFactorAt) redirect(`${paths.signIn}/code`);
    // Binding sets a cookie, so this page is drawn again under the form: leading away here would take the recovery codes with it.
    return <EnrolForm offer={null} to={to} />;
  }
  let secret = await offeredTotp(session.userId);
  if (!secret) {
    secret = newTotpSecret();
    await offerTotp(session.userId, secret);
  }
  return (
    <EnrolForm
      offer={{ secret, picture: enrolmentPicture(enrolmentUri(session.actor?.name ?? "", secret)) }}
      to={to}
    />
  );
}
