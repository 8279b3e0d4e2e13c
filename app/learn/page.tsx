/** `/learn`: all lessons in their order, with what each is about. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import { PageFrame } from "../../components/header/page-frame";
import { LadderView } from "../../components/learn/ladder-view";
import { listLessonCards } from "../../lib/lessons/lesson-cards";
import { wordsOf } from "../../lib/server/request-words";
import { loadCounters } from "../../lib/server/vocabulary";

export async function generateMetadata(): Promise<Metadata> {
  const { t } = wordsOf(await headers());
  return { title: t("learn.title"), description: t("learn.purpose") };
}

export default async function Page() {
  const { t, language } = wordsOf(await headers());
  const cards = await listLessonCards(await loadCounters(), language);
  return (
    <PageFrame page="/learn" wide>
      <h1 className="text-xl font-semibold tracking-tight">{t("learn.title")}</h1>
      <p className="mt-1 max-w-3xl text-mute">{t("learn.purpose")}</p>
      <LadderView cards={cards} />
    </PageFrame>
  );
}
