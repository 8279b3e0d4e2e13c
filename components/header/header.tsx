"use client";
/** The top line: document, model and region to the left, what one does with the layout to the right. */
import { CodeButton } from "../code/code-button";
import { ImportButton } from "../import/import-button";
import { ImportNotice } from "../import/import-notice";
import { ShareButton } from "../share/share-button";
import { MenuButton } from "../ui/menu-button";
import { UndoButtons } from "../undo/undo-buttons";
import { LanguageSwitch } from "../words/language-switch";
import { DocumentMenu } from "./document-menu";
import { Help } from "./help";
import { Logo } from "./logo";
import { ModelPicker } from "./model-picker";
import { PAGES } from "./pages";
import { RegionPicker } from "./region-picker";
import { ThemeButton } from "./theme-button";

const items = PAGES.map(({ href, label }) => ({ label, href }));

const ToolsMenu = () => <MenuButton label="Tools" items={items} />;

export function Header() {
  return (
    <header className="shrink-0 border-b border-line bg-panel">
      {/* On a phone one line that scrolls sideways, so that the picture below it keeps its room. */}
      <div className="flex min-h-12 flex-wrap items-center gap-x-2.5 gap-y-1.5 px-3.5 py-1.5 max-sm:flex-nowrap max-sm:overflow-x-auto max-sm:[mask-image:linear-gradient(to_right,black_calc(100%-2rem),transparent)] max-sm:pr-8 max-sm:[scrollbar-width:none] max-sm:[&>*]:shrink-0">
        <Logo />
        <h1 className="mr-2 font-semibold tracking-tight whitespace-nowrap max-sm:sr-only">
          Prompt Cache Playground
        </h1>
        <div className="flex min-w-0 flex-wrap gap-x-2.5 gap-y-1.5 max-sm:flex-nowrap max-sm:[&>*]:shrink-0">
          <DocumentMenu />
          <ModelPicker />
          <RegionPicker />
          <UndoButtons />
        </div>
        <div className="ml-auto flex flex-wrap justify-end gap-2 max-sm:flex-nowrap">
          <ImportButton />
          <ShareButton />
          <CodeButton />
          <ToolsMenu />
          <Help />
          <LanguageSwitch />
          <ThemeButton />
        </div>
      </div>
      <ImportNotice />
    </header>
  );
}
