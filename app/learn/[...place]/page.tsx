/** `/learn/clock/3`: one step of a lesson, in the real page. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { preload } from "react-dom";
import { LessonLoader } from "../../../components/learn/lesson-loader";
import { findRung, LADDER, type Rung } from "../../../lib/lessons/ladder";
import { readLessonAddress } from "../../../lib/lessons/lesson-address";
import { wordsOf } from "../../../lib/server/request-words";
import { VOCABULARY_FILE } from "../../../lib/tokens/vocabulary-file";

interface PageProps {
  readonly params: Promise<{ readonly place: readonly string[] }>;
}

async function findAsked({ params }: PageProps): Promise<Rung | undefined> {
  const { place } = await params;
  const address = readLessonAddress(`/learn/${place.join("/")}`, "");
  return address ? findRung(address.lesson) : undefined;
}

export async function generateMetadata(props: PageProps): Promise<Metadata> {
  const rung = await findAsked(props);
  if (!rung) return {};
  const { title, about } = (await rung.load()).text[wordsOf(await headers()).language];
  return { title, description: about };
}

export default async function Page(props: PageProps) {
  if (!(await findAsked(props))) notFound();
  preload(`/vocabulary/${VOCABULARY_FILE}`, { as: "fetch", crossOrigin: "anonymous" });
  const { language } = wordsOf(await headers());
  const lessons = await Promise.all(LADDER.map(({ load }) => load()));
  return (
    <LessonLoader titles={Object.fromEntries(lessons.map(({ id, text }) => [id, text[language].title]))} />
  );
}
