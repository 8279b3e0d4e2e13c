"use client";
/** The switch between the languages, each named in itself. */
import { LANGUAGE_NAMES, LANGUAGES } from "../../lib/words/languages";
import { Button } from "../ui/button";
import { MenuButton } from "../ui/menu-button";
import { useLanguageChoice, useWords } from "./use-words";

export function LanguageSwitch() {
  const { language, t } = useWords();
  const choose = useLanguageChoice();
  const items = LANGUAGES.map((each) => ({
    label: LANGUAGE_NAMES[each].name,
    disabled: each === language,
    onPick: () => choose(each),
  }));
  return (
    <MenuButton
      label={t("header.language")}
      items={items}
      button={
        <Button hint={t("header.language")}>
          <span aria-hidden>{language === "zh" ? "文" : "A"}</span>
        </Button>
      }
    />
  );
}
