/** The frame of the pages beside the playground: its name, a way back, and a column to read. */
import Link from "next/link";
import type { ReactNode } from "react";
import { Logo } from "../header/logo";

export function PageFrame({ children }: { children: ReactNode }) {
  return (
    <>
      <header className="flex min-h-12 items-center gap-2.5 border-b border-line bg-panel px-3.5">
        <Logo />
        <Link href="/" className="font-semibold tracking-tight hover:underline">
          Prompt Cache Playground
        </Link>
        <nav aria-label="Pages" className="ml-4 text-mute">
          <Link href="/rules" className="hover:text-ink hover:underline">
            Rules
          </Link>
        </nav>
      </header>
      <main className="mx-auto max-w-3xl px-5 py-8 text-sm leading-relaxed">{children}</main>
    </>
  );
}
