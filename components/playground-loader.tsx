"use client";
/** Loads the playground in the browser only: it needs a worker, storage and the fragment. */
import dynamic from "next/dynamic";
import { BareFrame } from "./header/bare-frame";
import { useWords } from "./words/use-words";

function Waiting() {
  const { t } = useWords();
  return (
    <BareFrame className="grid place-items-center">
      <p className="text-mute">{t("first.purpose")}</p>
    </BareFrame>
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
