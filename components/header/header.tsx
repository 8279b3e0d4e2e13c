"use client";
/** The top line: preset, model and region to the left, what one does with the layout to the right. */
import { presets } from "../../lib/timeline/presets/presets";
import { CodeButton } from "../code/code-button";
import { ImportButton } from "../import/import-button";
import { ImportNotice } from "../import/import-notice";
import { LayoutsButton } from "../layouts/layouts-button";
import { useActions, usePlayground } from "../playground-context";
import { ShareButton } from "../share/share-button";
import { MenuButton } from "../ui/menu-button";
import { Picker } from "../ui/picker";
import { KeyboardHelp } from "./keyboard-help";
import { Logo } from "./logo";
import { ModelPicker } from "./model-picker";
import { PAGES } from "./pages";
import { RegionPicker } from "./region-picker";
import { ThemeButton } from "./theme-button";

const items = PAGES.map(({ href, label }) => ({ label, href }));

const ToolsMenu = () => <MenuButton label="Tools" items={items} />;

/** Where there is little room the choice says what it is of. */
const narrow = "max-[1360px]:[&>span:first-child]:sr-only";

const OWN_DOCUMENT = "own";

function PresetPicker() {
  const presetId = usePlayground((state) => state.presetId);
  const actions = useActions();
  const options = presets.map(({ id, title }) => ({ value: id, label: title }));
  return (
    <Picker
      label="Preset"
      className={narrow}
      value={presetId ?? OWN_DOCUMENT}
      groups={[
        {
          label: "",
          options:
            presetId === null ? [{ value: OWN_DOCUMENT, label: "Your own request" }, ...options] : options,
        },
      ]}
      onPick={(id) => {
        const preset = presets.find((each) => each.id === id);
        if (preset)
          actions.loadDocument({
            text: preset.text,
            scenario: preset.scenario,
            presetId: id,
            model: preset.model,
            name: preset.title,
          });
      }}
    />
  );
}

export function Header() {
  return (
    <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1.5 border-b border-line bg-panel px-3.5 py-1.5">
      <Logo />
      <h1 className="mr-2 font-semibold tracking-tight whitespace-nowrap">Prompt Cache Playground</h1>
      <div className="flex min-w-0 flex-wrap gap-x-2.5 gap-y-1.5 max-[900px]:order-1 max-[900px]:w-full">
        <LayoutsButton />
        <PresetPicker />
        <ModelPicker />
        <RegionPicker />
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
