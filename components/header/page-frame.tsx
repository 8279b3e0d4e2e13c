"use client";
/** The frame of the pages beside the playground: its name, a way back, and a column to read. */
import Link from "next/link";
import type { ReactNode } from "react";
import { LanguageSwitch } from "../words/language-switch";
import { useWords } from "../words/use-words";
import { Logo } from "./logo";
import { PAGES } from "./pages";
import { ThemeButton } from "./theme-button";

interface PageFrameProps {
  readonly children: ReactNode;
  /** For tables and drawings; text is read in a narrow column. */
  readonly wide?: boolean;
  /** Which of the pages it is, e.g. `/rules`. */
  readonly page: string;
}

export function PageFrame({ children, page, wide = false }: PageFrameProps) {
  const { t } = useWords();
  return (
    <>
      <header className="flex min-h-12 flex-wrap items-center gap-x-2.5 gap-y-1.5 border-b border-line bg-panel px-3.5 py-1.5">
        <Logo />
        <Link href="/" className="mr-2 font-semibold tracking-tight whitespace-nowrap hover:underline">
          Prompt Cache Playground
        </Link>
        <nav
          aria-label={t("header.pages")}
          className="flex flex-wrap gap-x-4 text-mute max-sm:order-1 max-sm:w-full sm:ml-4"
        >
          <Link href="/" className="py-1 hover:text-ink hover:underline">
            {t("header.playground")}
          </Link>
          {PAGES.map(({ href, short }) => (
            <Link
              key={href}
              href={href}
              prefetch={false}
              aria-current={href === page ? "page" : undefined}
              className="py-1 hover:text-ink hover:underline aria-[current]:font-medium aria-[current]:text-ink"
            >
              {t(short)}
            </Link>
          ))}
        </nav>
        <span className="ml-auto flex gap-2">
          <LanguageSwitch />
          <ThemeButton />
        </span>
      </header>
      {/* All pages begin at one margin; only what is read in lines is kept narrow. */}
      <main className="mx-auto max-w-7xl px-3.5 py-8 text-sm leading-relaxed sm:px-5">
        <div className={wide ? "" : "max-w-3xl"}>{children}</div>
      </main>
    </>
  );
}
