"use client";
/** Says what happened: to screen readers always, on the page when it needs attention. */
import { useActions, usePlayground } from "./playground-context";
import { Button } from "./ui/button";
import { Sentence } from "./words/sentence";
import { useWords } from "./words/use-words";

export function LiveRegion() {
  const announcement = usePlayground((state) => state.announcement);
  const warning = usePlayground((state) => state.warning);
  const failure = usePlayground((state) => state.failure);
  const actions = useActions();
  const { t } = useWords();
  return (
    <>
      <p role="status" aria-live="polite" className="sr-only">
        <Sentence said={announcement} />
      </p>
      {failure !== null && (
        <p role="alert" className="border-b border-line bg-bad-wash px-3.5 py-1.5">
          <Sentence said={failure} />
        </p>
      )}
      {warning !== null && (
        <div role="alert" className="flex items-center gap-3 border-b border-line bg-bad-wash px-3.5 py-1.5">
          <span>
            <Sentence said={warning} />
          </span>
          <Button className="ml-auto text-xs" onClick={() => actions.warn(null)}>
            {t("ui.dismiss")}
          </Button>
        </div>
      )}
    </>
  );
}
