"use client";
/** What the top line has no room for on a phone, in one menu: import, code, the other pages, help and the theme. */
import { useState } from "react";
import { CodeDialog } from "../code/code-dialog";
import { openHelp } from "../first/front-store";
import { useImporter } from "../import/use-importer";
import { Button } from "../ui/button";
import { MenuButton } from "../ui/menu-button";
import { setTheme, useTheme } from "../ui/use-theme";
import { PAGES } from "./pages";

export function MoreMenu() {
  const importer = useImporter();
  const theme = useTheme();
  const [isCodeOpen, setIsCodeOpen] = useState(false);
  const other = theme === "dark" ? "light" : "dark";
  return (
    <>
      <MenuButton
        label="More"
        button={
          <Button data-help>
            <span aria-hidden>⋯</span>
          </Button>
        }
        items={[
          { label: "Import", onPick: importer.show },
          { label: "Code", onPick: () => setIsCodeOpen(true) },
          ...PAGES.map(({ href, label }) => ({ label, href })),
          { label: "Help", onPick: () => openHelp("map") },
          { label: `Switch to the ${other} theme`, onPick: () => setTheme(other) },
        ]}
      />
      {isCodeOpen && <CodeDialog onClose={() => setIsCodeOpen(false)} />}
    </>
  );
}
