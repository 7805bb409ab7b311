import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { InvitationForm } from "@/components/access/invitation-form";
import { BrowserWords } from "@/components/ui/browser-words";
import { openInvitationOf } from "@/lib/access/account";
import { getWords } from "@/lib/i18n/words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("signIn"))("invitation.title") };
}

/** Whoever was handed an invitation sets his password; used, ended and unknown links look alike. */
export default async function InvitationPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const invitation = token.length <= 100 ? await openInvitationOf(token) : null;
  if (!invitation) notFound();
  return (
    <BrowserWords names={["signIn", "account", "errors"]}>
      <InvitationForm token={token} email={invitation.email} name={invitation.name} />
    </BrowserWords>
  );
}
