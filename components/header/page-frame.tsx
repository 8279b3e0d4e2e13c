/** The frame of the pages beside the playground: its name, a way back, and a column to read. */
import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "./logo";
import { PAGES } from "./pages";

interface PageFrameProps {
  readonly children: ReactNode;
  /** For tables and drawings; text is read in a narrow column. */
  readonly wide?: boolean;
}

export function PageFrame({ children, wide = false }: PageFrameProps) {
  return (
    <>
      <header className="flex min-h-12 flex-wrap items-center gap-2.5 border-b border-line bg-panel px-3.5">
        <Logo />
        <Link href="/" className="font-semibold tracking-tight hover:underline">
          Prompt Cache Playground
        </Link>
        <nav aria-label="Pages" className="ml-4 flex flex-wrap gap-x-4 text-mute">
          {PAGES.map(({ href, short }) => (
            <Link key={href} href={href} prefetch={false} className="hover:text-ink hover:underline">
              {short}
            </Link>
          ))}
        </nav>
      </header>
      <main className={`mx-auto ${wide ? "max-w-7xl" : "max-w-3xl"} px-5 py-8 text-sm leading-relaxed`}>
        {children}
      </main>
    </>
  );
}
