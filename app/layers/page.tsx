/** `/layers`: where a cache is won and lost between a request and the model. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import { PageFrame } from "../../components/header/page-frame";
import { LayersView } from "../../components/layers/layers-view";
import { wordsOf } from "../../lib/server/request-words";

export const generateMetadata = async (): Promise<Metadata> => ({
  title: wordsOf(await headers()).t("layers.pageTitle"),
});

export default async function Page() {
  const { t } = wordsOf(await headers());
  return (
    <PageFrame page="/layers" wide>
      <h1 className="text-xl font-semibold tracking-tight">{t("layers.title")}</h1>
      <p className="mt-1 max-w-3xl text-mute">{t("layers.about")}</p>
      <LayersView />
    </PageFrame>
  );
}
