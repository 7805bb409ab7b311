import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { DemoPeople } from "@/components/access/demo-people";
import { PasswordForm } from "@/components/access/password-form";
import { currentActor } from "@/lib/access/current-actor";
import { homeOf } from "@/lib/access/navigation";
import { safeReturn } from "@/lib/access/sign-in-schema";
import { isDemo } from "@/lib/env";
import { getWords } from "@/lib/i18n/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("signIn"))("title") };
}

/** The door. In the demonstration alone its people stand beside it. */
export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const { to } = await searchParams;
  const actor = await currentActor();
  const wanted = safeReturn(to);
  if (actor) redirect(wanted ?? homeOf(actor.roles));
  const demo = isDemo() ? await (await import("@/lib/demo/people")).demoPeople() : null;
  return (
    <>
      <PasswordForm to={wanted} />
      {demo ? <DemoPeople {...demo} /> : null}
    </>
  );
}
