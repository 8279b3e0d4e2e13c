"use client";
/** Shown in the place of a page that could not be drawn: what happened, and the ways on. */
import { useSyncExternalStore } from "react";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { FaultFrame } from "./fault-frame";
import { KeptPart } from "./kept-part";

const neverChanges = () => () => undefined;

/** False on the server, which knows nothing of what a browser keeps. */
const useIsBrowser = (): boolean =>
  useSyncExternalStore(
    neverChanges,
    () => true,
    () => false,
  );

export function PageFault() {
  const { t } = useWords();
  const isBrowser = useIsBrowser();
  return (
    <FaultFrame head={t("fault.head")} means={t("fault.means")}>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        {/* A file that did not arrive is asked for again by a new page alone. */}
        <Button look="main" onClick={() => window.location.reload()}>
          {t("fault.tryAgain")}
        </Button>
        {/* No link of Next's: what failed shall not come along. The playground opens in no frame of another page. */}
        <a
          href="/"
          {...(isBrowser && window.self !== window.top ? { target: "_blank", rel: "noopener" } : {})}
          className="text-accent hover:underline"
        >
          {t("pages.toPlayground")}
        </a>
      </div>
      {isBrowser && <KeptPart withAddress />}
    </FaultFrame>
  );
}
