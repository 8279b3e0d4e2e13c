"use client";
/** "Why?": the way from a term, a reason or a problem to the step of the lesson that explains it. */
import { useContext } from "react";
import { addressOf, findLessonOn, type Taught } from "../../lib/lessons/ladder";
import { LessonContext } from "../learn/lesson-context";
import { rememberWork } from "../learn/way-back";
import { PageModeContext } from "../page-mode";
import { useWords } from "../words/use-words";

interface LessonLinkProps {
  readonly taught: Taught;
  readonly className?: string;
}

export function LessonLink({ taught, className = "" }: LessonLinkProps) {
  const { t } = useWords();
  const isPage = useContext(PageModeContext) === "page";
  const here = useContext(LessonContext);
  const rung = findLessonOn(taught);
  // Within the lesson itself it would lead nowhere.
  if (!rung || here?.lesson.id === rung.id) return null;
  return (
    // A load of its own: what is open is kept as the page is left. A lesson or a frame stays where it is.
    <a
      href={addressOf(rung.id, rung.explains)}
      {...(isPage ? { onClick: rememberWork } : { target: "_blank", rel: "noopener" })}
      className={`inline-flex min-h-6 items-center text-xs whitespace-nowrap text-accent hover:underline ${className}`}
      data-why-lesson={rung.id}
    >
      {t("learn.whyLesson", { minutes: String(rung.minutes) })}
    </a>
  );
}
