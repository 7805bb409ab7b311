import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { CodeForm } from "@/components/access/code-form";
import { currentSession } from "@/lib/access/current-actor";
import { safeReturn } from "@/lib/access/sign-in-schema";
import { getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("signIn"))("codeTitle") };
}

/** Second step of signing in. */
export default async function CodePage({
  searchParams,
}: {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}) {
  const session = await currentSession();
  if (!session) redirect(paths.signIn);
  if (session.mustEnrol) redirect(`${paths.signIn}/enrol`);
  return <CodeForm to={safeReturn((await searchParams).to)} />;
}
