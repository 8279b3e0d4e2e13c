"use client";
/** What the page is for in one line, with the ways on; once put away it is under the question mark. */
import { useImport } from "../import/use-importer";
import { usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { showPurpose, useFront } from "./front-store";
import { WaysOn } from "./ways-on";

/** Of the button and the menu that hold the help, the one that is shown takes it. */
function focusHelp(): void {
  for (const each of document.querySelectorAll<HTMLElement>("[data-help]")) each.focus();
}

export function PurposeLine() {
  const { t } = useWords();
  const isShown = useFront((state) => state.isPurposeShown);
  const imported = useImport((state) => state.opened?.count ?? null);
  const opened = usePlayground((state) => state.opened);
  // What an import says of itself has the place for the moment.
  if (!isShown || imported === opened) return null;
  return (
    <section
      aria-label={t("first.label")}
      className="flex shrink-0 items-start gap-x-4 border-b border-line-soft bg-raised px-3.5 py-1.5"
    >
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-5 gap-y-1">
        <p className="text-pretty">{t("first.purpose")}</p>
        <WaysOn />
      </div>
      <Button
        look="link"
        className="text-mute!"
        aria-label={t("first.putAway")}
        hint={t("first.putAwayHint")}
        onClick={() => {
          showPurpose(false);
          // The button goes with the line: the focus goes where the line can be found again.
          focusHelp();
        }}
      >
        <span aria-hidden>×</span>
      </Button>
    </section>
  );
}
