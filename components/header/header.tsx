"use client";
/** The top line: document, model and region to the left, what one does with the layout to the right. */
import { listModels, meantName } from "../../lib/offers/catalogue";
import type { Region } from "../../lib/offers/model";
import { REGIONS } from "../../lib/offers/regions";
import { CodeButton } from "../code/code-button";
import { ImportButton } from "../import/import-button";
import { ImportNotice } from "../import/import-notice";
import { useActions, usePlayground } from "../playground-context";
import { ShareButton } from "../share/share-button";
import { MenuButton } from "../ui/menu-button";
import { Picker, type PickerGroup } from "../ui/picker";
import { UndoButtons } from "../undo/undo-buttons";
import { DocumentMenu } from "./document-menu";
import { KeyboardHelp } from "./keyboard-help";
import { Logo } from "./logo";
import { PAGES } from "./pages";
import { ThemeButton } from "./theme-button";

const items = PAGES.map(({ href, label }) => ({ label, href }));

const ToolsMenu = () => <MenuButton label="Tools" items={items} />;

/** Where there is little room the choice says what it is of. */
const narrow = "max-[1360px]:[&>span]:sr-only";

/** A name that is no choice of the list: a model by another name, or one that is not known. */
function nameChosen(chosen: string): string {
  const meant = meantName(chosen);
  if (meant === null) return `${chosen} (unknown)`;
  return meant === chosen ? chosen : `${chosen} (= ${meant})`;
}

/** Models grouped by how fine their breakpoints are: that is what changes with the choice. */
function listModelGroups(chosen: string): PickerGroup[] {
  const models = listModels().filter(({ model }) => !model.includes("*"));
  const group = (label: string, generations: readonly (string | null)[]): PickerGroup => ({
    label,
    options: models
      .filter(({ generation }) => generations.includes(generation))
      .map(({ model }) => ({ value: model, label: model })),
  });
  const groups = [
    group("Qwen4", ["qwen4"]),
    group("Breakpoints at messages (Qwen3.5 and later)", ["classic-message"]),
    group("Breakpoints at parts (before Qwen3.5)", ["classic-part"]),
    group("Others", [null]),
  ];
  const known = models.some(({ model }) => model === chosen);
  return known
    ? groups
    : [{ label: "In the document", options: [{ value: chosen, label: nameChosen(chosen) }] }, ...groups];
}

function ModelPicker() {
  const model = usePlayground((state) => state.good?.request.model ?? state.settings.model);
  const actions = useActions();
  return (
    <Picker
      className={narrow}
      label="Model"
      value={model}
      groups={listModelGroups(model)}
      onPick={actions.setModel}
    />
  );
}

function RegionPicker() {
  const region = usePlayground((state) => state.settings.region);
  const actions = useActions();
  const options = REGIONS.map(({ id, name }) => ({ value: id, label: name }));
  return (
    <Picker
      label="Region"
      className={narrow}
      value={region}
      groups={[{ label: "", options }]}
      onPick={(picked) => actions.setRegion(picked as Region)}
    />
  );
}

export function Header() {
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1.5 border-b border-line bg-panel px-3.5 py-1.5">
      <Logo />
      <h1 className="mr-2 font-semibold tracking-tight whitespace-nowrap">Prompt Cache Playground</h1>
      <div className="flex min-w-0 flex-wrap gap-x-2.5 gap-y-1.5 max-[900px]:order-1 max-[900px]:w-full">
        <DocumentMenu />
        <ModelPicker />
        <RegionPicker />
        <UndoButtons />
      </div>
      <div className="ml-auto flex flex-wrap justify-end gap-2">
        <ImportButton />
        <ShareButton />
        <CodeButton />
        <ToolsMenu />
        <KeyboardHelp />
        <ThemeButton />
      </div>
      <ImportNotice />
    </header>
  );
}
