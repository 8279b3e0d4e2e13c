"use client";
/** Opens the share dialog on the layout as it stands. */
import { type ComponentProps, useState } from "react";
import { noteEdition } from "../../lib/share/note-edition";
import { layoutOf } from "../../lib/store/layout-of";
import type { PlaygroundState } from "../../lib/store/playground-state";
import { presets } from "../../lib/timeline/presets/presets";
import { usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { ShareDialog } from "./share-dialog";

const titleOf = ({ presetId, documentName }: PlaygroundState): string =>
  documentName ?? presets.find(({ id }) => id === presetId)?.title ?? "Your own request";

export function ShareButton() {
  const { store } = usePlaygroundStore();
  const [shared, setShared] = useState<ComponentProps<typeof ShareDialog> | null>(null);

  function open(): void {
    const state = store.getState();
    setShared({
      base: noteEdition(layoutOf(state), state.settings),
      settings: state.settings,
      title: titleOf(state),
    });
  }

  return (
    <>
      <Button look="main" onClick={open}>
        Share
      </Button>
      <Dialog open={shared !== null} onClose={() => setShared(null)} title="Share this layout">
        {shared && <ShareDialog {...shared} />}
      </Dialog>
    </>
  );
}
