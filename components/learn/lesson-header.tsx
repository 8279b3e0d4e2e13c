"use client";
/** The top line of a lesson: the way to all lessons and back to one's own work; present, print, and a link for the class. */
import Link from "next/link";
import { useSyncExternalStore } from "react";
import { type LessonAddress, writeCarried, writeLessonAddress } from "../../lib/lessons/lesson-address";
import { Logo } from "../header/logo";
import { ThemeButton } from "../header/theme-button";
import { LanguageSwitch } from "../words/language-switch";
import { useWords } from "../words/use-words";
import { ClassLink } from "./class-link";
import { OpenInPlayground } from "./open-in-playground";
import { findWork } from "./way-back";

const never = (): (() => void) => () => undefined;

/** Whether the page stands in a frame of somebody else's. */
const useIsFramed = (): boolean =>
  useSyncExternalStore(
    never,
    () => window.self !== window.top,
    () => false,
  );

const LINK = "rounded-md border border-line bg-panel px-2.5 py-1 whitespace-nowrap hover:bg-hover";

interface LessonHeaderProps {
  readonly address: LessonAddress;
}

export function LessonHeader({ address }: LessonHeaderProps) {
  const { t } = useWords();
  const isFramed = useIsFramed();
  const work = useSyncExternalStore(never, findWork, () => null);
  if (isFramed) {
    return (
      <header className="flex shrink-0 items-center gap-2 border-b border-line bg-panel px-3.5 py-1.5 text-xs">
        <Logo />
        <span className="min-w-0 truncate text-mute">Prompt Cache Playground</span>
        <a
          href={writeLessonAddress(address)}
          target="_blank"
          rel="noopener"
          className="ml-auto font-medium whitespace-nowrap text-accent hover:underline"
        >
          {t("learn.handoutOpen")}
        </a>
      </header>
    );
  }
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1.5 border-b border-line bg-panel px-3.5 py-1.5">
      <Logo />
      <Link
        href="/"
        prefetch={false}
        className="font-semibold tracking-tight whitespace-nowrap hover:underline max-sm:sr-only"
      >
        Prompt Cache Playground
      </Link>
      <Link
        href={`/learn${writeCarried(address.path)}`}
        prefetch={false}
        className="ml-2 font-medium whitespace-nowrap text-accent hover:underline"
      >
        {t("learn.allLessons")}
      </Link>
      <div className="ml-auto flex flex-wrap items-center justify-end gap-2">
        {work !== null && (
          // A load of its own: the playground reads what this tab remembers when it starts.
          <a href={work} className={LINK}>
            {t("learn.backToWork")}
          </a>
        )}
        <OpenInPlayground />
        <a
          href={writeLessonAddress({ ...address, mode: "present" })}
          title={t("learn.presentHint")}
          className={LINK}
        >
          {t("learn.present")}
        </a>
        <a
          href={writeLessonAddress({ ...address, step: 0, mode: "print" })}
          title={t("learn.printHint")}
          className={`${LINK} max-sm:hidden`}
        >
          {t("learn.print")}
        </a>
        <ClassLink address={address} />
        <LanguageSwitch />
        <ThemeButton />
      </div>
    </header>
  );
}
