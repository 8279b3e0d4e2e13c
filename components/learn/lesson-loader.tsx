"use client";
/** Loads a lesson in the browser only: it needs a worker and the address. */
import dynamic from "next/dynamic";
import { useWords } from "../words/use-words";
import type { LessonPageProps } from "./lesson-page";

function Waiting() {
  return <p className="grid h-dvh place-items-center text-mute">{useWords().t("learn.loading")}</p>;
}

const LessonPage = dynamic(() => import("./lesson-page").then((module) => module.LessonPage), {
  ssr: false,
  loading: Waiting,
});

export const LessonLoader = (props: LessonPageProps) => <LessonPage {...props} />;
