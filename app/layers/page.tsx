/** `/layers`: where a cache is won and lost between a request and the model. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import { PageFrame } from "../../components/header/page-frame";
import { LayersView } from "../../components/layers/layers-view";
import { Sentence } from "../../components/words/sentence";
import { wordsOf } from "../../lib/server/request-words";
import { tell } from "../../lib/words/message";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsOf(await headers()).t("pages.layers") };
}

export default function Page() {
  return (
    <PageFrame page="/layers" wide>
      <h1 className="text-xl font-semibold tracking-tight">
        <Sentence said={tell("pages.layers")} />
      </h1>
      <p className="mt-1 max-w-3xl text-mute">
        <Sentence said={tell("pages.layersPurpose")} />
      </p>
      <LayersView />
    </PageFrame>
  );
}
