"use client";
/** Shown when the page could not be drawn: the layout as a file, and the page without it. */
import { writeLayoutFile } from "../../lib/share/layout-file";
import { layoutOf } from "../../lib/store/layout-of";
import { nameDocument } from "../../lib/store/name-document";
import { presets } from "../../lib/timeline/presets/presets";
import { FaultFrame } from "../fault/fault-frame";
import { KeptPart } from "../fault/kept-part";
import { usePlaygroundStore } from "../playground-context";
import { fileNameOf } from "../share/file-view";
import { saveFile } from "../timeline/draw-to-file";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import type { LayoutKeeper } from "./keeper-ports";
import { useLayoutKeeper } from "./layouts-context";
import { setAside } from "./set-aside";
import { writeTabMemory } from "./tab-memory";

/** The first example, whatever was open: the layout stays in the list, and opens when it is asked for. */
async function openWithout(keeper: LayoutKeeper): Promise<void> {
  await keeper.flush().catch(() => undefined);
  const { id } = keeper.store.getState();
  if (id !== null) setAside(id);
  keeper.stop();
  writeTabMemory(null);
  const [{ id: example }] = presets;
  window.history.replaceState(null, "", `/#example=${example}`);
  window.location.reload();
}

export function FaultPage() {
  const { store } = usePlaygroundStore();
  const keeper = useLayoutKeeper();
  const { t, say } = useWords();

  function download(): void {
    const name = say(nameDocument(keeper.store.getState().name));
    saveFile(
      `${fileNameOf(name)}.cache.json`,
      writeLayoutFile(layoutOf(store.getState())),
      "application/json",
    );
  }

  return (
    <FaultFrame head={t("layouts.faultHead")} means={t("layouts.faultMeans")}>
      <div className="mt-4 flex flex-wrap gap-3">
        <Button look="main" onClick={() => void openWithout(keeper)}>
          {t("layouts.openWithout")}
        </Button>
        <Button onClick={download}>{t("layouts.downloadLayout")}</Button>
        <Button onClick={() => window.location.reload()}>{t("layouts.tryAgain")}</Button>
      </div>
      <KeptPart except={["open-layout"]} withAddress={false} />
    </FaultFrame>
  );
}
