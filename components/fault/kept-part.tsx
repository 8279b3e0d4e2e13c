"use client";
/** What this browser keeps of a page that failed: as a file, and the page without it. */
import { useState } from "react";
import { tell } from "../../lib/words/message";
import { saveFile } from "../timeline/draw-to-file";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { type KeptValue, listKept, removeKept, writeKeptFile } from "./kept-values";

interface KeptPartProps {
  /** Names of values that the page has its own way for. */
  readonly except?: readonly string[];
  /** Whether what stands in the address behind # may be the cause as well. */
  readonly withAddress: boolean;
}

function startWithout(kept: readonly KeptValue[], withAddress: boolean): void {
  // What is still at work may write until the page goes; and one that is not left after all keeps what it had.
  window.addEventListener("pagehide", () => removeKept(kept), { once: true });
  const { pathname, search } = window.location;
  if (withAddress) window.history.replaceState(null, "", pathname + search);
  window.location.reload();
}

export function KeptPart({ except = [], withAddress }: KeptPartProps) {
  const { t, say } = useWords();
  const [{ kept, hasFragment }] = useState(() => ({
    kept: listKept(window.location.pathname).filter(({ name }) => !except.includes(name)),
    hasFragment: withAddress && window.location.hash.length > 1,
  }));
  const names = [
    ...kept.map(({ labelKey }) => ({ key: labelKey })),
    ...(hasFragment ? [tell("fault.address")] : []),
  ];
  if (names.length === 0) return null;

  // The rest of an address may open a recording: it is no part of what is kept.
  const address = hasFragment ? window.location.hash : "";
  const download = (): void =>
    saveFile("kept-by-the-browser.json", writeKeptFile(kept, address), "application/json");
  return (
    <>
      <p className="mt-6">{say(tell("fault.mayBe", { kept: names }))}</p>
      <div className="mt-3 flex flex-wrap gap-3">
        <Button onClick={download}>{t("fault.download")}</Button>
        <Button onClick={() => startWithout(kept, hasFragment)}>{t("fault.startWithout")}</Button>
      </div>
    </>
  );
}
