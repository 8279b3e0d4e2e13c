"use client";
/** What the top line has no room for on a phone, in one menu: import, code, the other pages, help, the language and the theme. */
import { useState } from "react";
import { LANGUAGE_NAMES, LANGUAGES } from "../../lib/words/languages";
import { CodeWindows } from "../code/code-windows";
import { openHelp } from "../first/front-store";
import { useImporter } from "../import/use-importer";
import { Button } from "../ui/button";
import { MenuButton } from "../ui/menu-button";
import { setTheme, useTheme } from "../ui/use-theme";
import { useLanguageChoice, useWords } from "../words/use-words";
import { PAGES } from "./pages";

export function MoreMenu() {
  const importer = useImporter();
  const theme = useTheme();
  const { language, t } = useWords();
  const choose = useLanguageChoice();
  const [isCodeOpen, setIsCodeOpen] = useState(false);
  const other = theme === "dark" ? "light" : "dark";
  return (
    <>
      <MenuButton
        label={t("header.more")}
        button={
          <Button data-help>
            <span aria-hidden>⋯</span>
          </Button>
        }
        items={[
          { label: t("header.import"), onPick: importer.show },
          { label: t("header.code"), onPick: () => setIsCodeOpen(true) },
          ...PAGES.map(({ href, label }) => ({ label: t(label), href })),
          { label: t("header.help"), onPick: () => openHelp("map") },
          ...LANGUAGES.filter((each) => each !== language).map((each) => ({
            label: LANGUAGE_NAMES[each].name,
            onPick: () => choose(each),
          })),
          { label: t(other === "dark" ? "header.toDark" : "header.toLight"), onPick: () => setTheme(other) },
        ]}
      />
      {isCodeOpen && <CodeWindows onClose={() => setIsCodeOpen(false)} />}
    </>
  );
}
