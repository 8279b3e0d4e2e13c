"use client";
/** The help behind the question mark: how the map is read, the words of the field, the keys. */
import { type ReactNode, useEffect } from "react";
import { closeHelp, HELP_TABS, openHelp, showPurpose, useFront } from "../first/front-store";
import { WaysOn } from "../first/ways-on";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { later } from "../ui/later";
import { Tabs } from "../ui/tabs";
import { useWords } from "../words/use-words";

const KeyList = later(async () => (await import("./key-list")).KeyList);
const MapPicture = later(async () => (await import("./map-picture")).MapPicture);
const TermList = later(async () => (await import("./term-list")).TermList);

/** Whoever types a question mark into a field or the editor means the character. */
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.closest("input, textarea, select, .monaco-editor") !== null);

/** The line about the purpose, for whoever has put it away. */
function Purpose() {
  const { t } = useWords();
  const isShown = useFront((state) => state.isPurposeShown);
  return (
    <div className="mt-2 flex flex-wrap items-baseline gap-x-4 gap-y-1">
      <p className="w-full text-pretty text-mute">{t("first.purpose")}</p>
      <WaysOn withHelp={false} />
      {!isShown && (
        <Button look="link" className="ml-auto" onClick={() => showPurpose(true)}>
          {t("header.keepLine")}
        </Button>
      )}
    </div>
  );
}

export function Help() {
  const { t } = useWords();
  const tab = useFront((state) => state.help);

  useEffect(() => {
    function handleKey(event: KeyboardEvent): void {
      if (event.key !== "?" || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
      event.preventDefault();
      openHelp("map");
    }
    window.addEventListener("keydown", handleKey);
    return () => window.removeEventListener("keydown", handleKey);
  }, []);

  return (
    <>
      <Button
        aria-label={t("header.help")}
        aria-keyshortcuts="?"
        hint={t("header.helpHint")}
        data-help
        onClick={() => openHelp("map")}
      >
        ?
      </Button>
      <Dialog open={tab !== null} onClose={closeHelp} title={t("header.help")}>
        <Purpose />
        <Tabs
          label={t("header.help")}
          className="mt-3 -mx-3.5"
          active={tab ?? "map"}
          onChange={(id) => openHelp(HELP_TABS.find((each) => each === id) ?? "map")}
          tabs={[
            {
              id: "map",
              label: t("header.readMap"),
              content: (
                <Inset>
                  <MapPicture />
                </Inset>
              ),
            },
            {
              id: "terms",
              label: t("header.terms"),
              content: (
                <Inset>
                  <TermList />
                </Inset>
              ),
            },
            {
              id: "keys",
              label: t("header.keys"),
              content: (
                <Inset>
                  <KeyList />
                </Inset>
              ),
            },
          ]}
        />
      </Dialog>
    </>
  );
}

/** In line with the tabs' names. */
const Inset = ({ children }: { readonly children: ReactNode }) => <div className="px-3.5">{children}</div>;
