import { CircleCheck } from "@/components/icons/circle-check";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Suspense } from "react";
import { z } from "zod";
import { GoneNote } from "@/components/signing/gone-note";
import { AmendmentCards } from "@/components/signing/amendment-cards";
import { SigningDesk } from "@/components/signing/signing-desk";
import { BrowserWords } from "@/components/ui/browser-words";
import { ButtonLink } from "@/components/ui/button-link";
import { Empty } from "@/components/ui/empty";
import { Page } from "@/components/ui/page";
import { SkeletonRows } from "@/components/ui/skeleton";
import type { Actor } from "@/lib/access/actor";
import { requireActor } from "@/lib/access/current-actor";
import { requestPolicy } from "@/lib/access/policy";
import { getLanguage, getWords } from "@/lib/i18n/words";
import { paths } from "@/lib/paths";
import { listAmendmentsToSign } from "@/lib/requests/amendments/queries";
import { getSigningStack } from "@/lib/requests/signing/queries";

const filter = z.object({ open: z.uuid().optional().catch(undefined) });
/** Signing wants a proof at most two minutes old; ten seconds are left for the way. */
const freshMs = 110_000;

/** What a request asks beside its targets is read on its card. */
const askedWords = ["fields", "options", "details", "hashOf", "moreFiles", "messageParts"].map(
  (name) => `answers.${name}`,
);

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getWords("signing"))("title") };
}

/** Rights first, outside the part that streams: whoever signs nothing gets a plain "not found". */
export default async function SigningPage({ searchParams }: PageProps<"/signing">) {
  const actor = await requireActor();
  if (!actor.roles.some((role) => role in requestPolicy["request.sign"])) notFound();
  const { open } = filter.parse(await searchParams);
  const t = await getWords("signing");
  return (
    <Suspense
      fallback={
        <Page title={t("title")}>
          <SkeletonRows label={t("loading")} rows={6} />
        </Page>
      }
    >
      <Stack actor={actor} open={open} />
    </Suspense>
  );
}

async function Stack({ actor, open }: { actor: Actor; open: string | undefined }) {
  const [t, language] = await Promise.all([getWords("signing"), getLanguage()]);
  const [{ stack, card, gone }, cards] = await Promise.all([
    getSigningStack(actor, open, language),
    listAmendmentsToSign(actor),
  ]);
  const freshUntil = actor.secondFactorAt
    ? new Date(actor.secondFactorAt.getTime() + freshMs).toISOString()
    : null;
  const amendments =
    cards.length > 0 ? (
      <BrowserWords names={["amendment", "signing", "errors", "kinds"]}>
        <AmendmentCards cards={cards} freshUntil={freshUntil} />
      </BrowserWords>
    ) : null;
  if (stack.length === 0 && amendments) return <Page title={t("title")}>{amendments}</Page>;
  if (stack.length === 0) {
    return (
      <Page title={t("title")}>
        {gone ? (
          <BrowserWords names={["signing.gone"]}>
            <GoneNote gone={gone} />
          </BrowserWords>
        ) : null}
        <Empty
          icon={<CircleCheck className="i i-24" aria-hidden />}
          title={t("empty.title")}
          action={<ButtonLink href={paths.requests}>{t("empty.action")}</ButtonLink>}
        >
          {t("empty.text")}
        </Empty>
      </Page>
    );
  }
  return (
    <BrowserWords names={["signing", "errors", "kinds", ...askedWords]}>
      <SigningDesk stack={stack} card={card} gone={gone} freshUntil={freshUntil} />
      {amendments ? <div className="page">{amendments}</div> : null}
    </BrowserWords>
  );
}
