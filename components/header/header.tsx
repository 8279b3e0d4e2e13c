"use client";
/** The top line: document, model and region to the left, what one does with the layout to the right. */
import type { ReactNode } from "react";
import { CodeButton } from "../code/code-button";
import { ImportButton } from "../import/import-button";
import { ImportNotice } from "../import/import-notice";
import { rememberWork } from "../learn/way-back";
import { ShareButton } from "../share/share-button";
import { MenuButton } from "../ui/menu-button";
import { UndoButtons } from "../undo/undo-buttons";
import { LanguageSwitch } from "../words/language-switch";
import { useWords } from "../words/use-words";
import { DocumentMenu } from "./document-menu";
import { Help } from "./help";
import { Logo } from "./logo";
import { ModelPicker } from "./model-picker";
import { MoreMenu } from "./more-menu";
import { PAGES } from "./pages";
import { RegionPicker } from "./region-picker";
import { ThemeButton } from "./theme-button";

function ToolsMenu() {
  const { t } = useWords();
  return (
    <MenuButton
      label={t("header.tools")}
      // What stands beside the menu is not said twice.
      items={PAGES.filter(({ href }) => href !== "/learn").map(({ href, label }) => ({
        label: t(label),
        href,
      }))}
    />
  );
}

export function Header() {
  const { t } = useWords();
  return (
    <header className="shrink-0 border-b border-line bg-panel">
      {/* On a phone two lines: the document and its acts, then what it is sent to. What fits neither is in one menu. */}
      <div className="flex min-h-12 flex-wrap items-center gap-x-2.5 gap-y-1.5 px-3.5 py-1.5 max-sm:gap-x-2">
        <Logo />
        <h1 className="mr-2 font-semibold tracking-tight whitespace-nowrap max-sm:sr-only">
          Prompt Cache Playground
        </h1>
        <div className="flex min-w-0 flex-wrap gap-x-2.5 gap-y-1.5 max-sm:contents">
          <div className="flex min-w-0 max-sm:flex-1">
            <DocumentMenu />
          </div>
          <div className="flex min-w-0 flex-wrap gap-x-2.5 gap-y-1.5 max-sm:order-1 max-sm:w-full max-sm:flex-nowrap max-sm:gap-x-2">
            <ModelPicker />
            <RegionPicker />
            <div className="max-sm:ml-auto">
              <UndoButtons />
            </div>
          </div>
        </div>
        <div className="ml-auto flex flex-wrap justify-end gap-2 max-sm:flex-nowrap">
          <InLine>
            <a
              href="/learn"
              onClick={rememberWork}
              className="inline-flex items-center px-1 font-medium whitespace-nowrap text-accent hover:underline"
            >
              {t("learn.learn")}
            </a>
            <ImportButton />
          </InLine>
          <ShareButton />
          <InLine>
            <CodeButton />
            <ToolsMenu />
            <Help />
            <LanguageSwitch />
            <ThemeButton />
          </InLine>
          <div className="sm:hidden">
            <MoreMenu />
          </div>
        </div>
      </div>
      <ImportNotice />
    </header>
  );
}

/** Where there is room for it; elsewhere the menu holds the same. */
const InLine = ({ children }: { readonly children: ReactNode }) => (
  <div className="flex flex-wrap justify-end gap-2 max-sm:hidden">{children}</div>
);
