"use client";
/** Loads the playground in the browser only: it needs a worker, storage and the fragment. */
import dynamic from "next/dynamic";
import { Logo } from "./header/logo";
import { useWords } from "./words/use-words";

function Waiting() {
  const { t } = useWords();
  return (
    <div className="flex h-dvh flex-col">
      <header className="flex min-h-12 items-center gap-2.5 border-b border-line bg-panel px-3.5">
        <Logo />
        <h1 className="font-semibold tracking-tight">Prompt Cache Playground</h1>
      </header>
      <main className="grid flex-1 place-items-center p-6">
        <p className="text-mute">{t("first.purpose")}</p>
      </main>
    </div>
  );
}

const load = () => import("./playground").then((module) => module.Playground);

/** Asked for as soon as this file is read, while the frame around it still is. */
const coming = typeof window === "undefined" ? null : load();
// Whoever shows it reports that it failed.
coming?.catch(() => undefined);

const Playground = dynamic(() => coming ?? load(), {
  ssr: false,
  loading: Waiting,
});

export const PlaygroundLoader = () => <Playground />;
