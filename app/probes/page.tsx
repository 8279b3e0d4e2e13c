/** `/probes`: settles what the documentation leaves open, one question a card. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import { PageFrame } from "../../components/header/page-frame";
import { ProbesView } from "../../components/probes/probes-view";
import { Sentence } from "../../components/words/sentence";
import { wordsOf } from "../../lib/server/request-words";
import { tell } from "../../lib/words/message";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsOf(await headers()).t("pages.probes") };
}

export default function Page() {
  return (
    <PageFrame page="/probes" wide>
      <h1 className="text-xl font-semibold tracking-tight">
        <Sentence said={tell("pages.probes")} />
      </h1>
      <p className="mt-1 max-w-3xl text-mute">
        <Sentence said={tell("pages.probesPurpose")} />
      </p>
      <ProbesView />
    </PageFrame>
  );
}
