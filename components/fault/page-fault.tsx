"use client";
/** Shown in the place of a page that could not be drawn: what happened, and the ways on. */
import { useEffect, useRef, useSyncExternalStore } from "react";
import { BareFrame } from "../header/bare-frame";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
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
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <BareFrame className="overflow-auto">
      <div className="mx-auto max-w-prose">
        <div role="alert">
          <h2 ref={heading} tabIndex={-1} className="text-xl font-semibold tracking-tight">
            {t("fault.head")}
          </h2>
          <p className="mt-2">{t("fault.means")}</p>
        </div>
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
      </div>
    </BareFrame>
  );
}
