"use client";
/** Opens the share dialog on the layout as it stands. */
import { type ComponentProps, useState } from "react";
import { noteEdition } from "../../lib/share/note-edition";
import { FIRST_LOOK } from "../../lib/store/address";
import { untouchedExample } from "../../lib/store/example-document";
import { layoutOf } from "../../lib/store/layout-of";
import { useDocumentName } from "../layouts/use-document-name";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { later } from "../ui/later";
import { useWords } from "../words/use-words";
import type { ShareDialog as ShareDialogPart } from "./share-dialog";

const ShareDialog = later(async () => (await import("./share-dialog")).ShareDialog);

type Shared = Omit<ComponentProps<typeof ShareDialogPart>, "shapeOnly" | "onShapeOnly">;

export function ShareButton() {
  const { t } = useWords();
  const { store } = usePlaygroundStore();
  const { name } = useDocumentName();
  const [shared, setShared] = useState<Shared | null>(null);
  const opened = usePlayground((state) => state.opened);
  /** The count of the document that is shared without its words; another document is asked about again. */
  const [withoutWords, setWithoutWords] = useState<number | null>(null);

  function open(): void {
    const state = store.getState();
    setShared({
      base: noteEdition(layoutOf(state), state.settings),
      settings: state.settings,
      title: name,
      // A user's own prices are not in the example.
      example: state.settings.prices === undefined ? untouchedExample(state) : null,
      look: { ...FIRST_LOOK, turn: state.turn, view: state.view },
    });
  }

  return (
    <>
      <Button look="main" onClick={open}>
        {t("share.share")}
      </Button>
      <Dialog open={shared !== null} onClose={() => setShared(null)} title={t("share.shareLayout")}>
        {shared && (
          <ShareDialog
            {...shared}
            shapeOnly={withoutWords === opened}
            onShapeOnly={(shapeOnly) => setWithoutWords(shapeOnly ? opened : null)}
          />
        )}
      </Dialog>
    </>
  );
}
