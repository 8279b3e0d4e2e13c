/** Monaco's colours are the page's: both name them, and this holds them together. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { DARK_THEME, defineThemes, LIGHT_THEME } from "./editor-themes";

type Monaco = Parameters<typeof defineThemes>[0];
type Theme = Parameters<Monaco["editor"]["defineTheme"]>[1];

const css = readFileSync("app/globals.css", "utf8");
const themes = new Map<string, Theme>();
defineThemes({
  editor: { defineTheme: (name: string, theme: Theme) => themes.set(name, theme) },
} as unknown as Monaco);

function variable(block: string, name: string): string {
  const from = css.indexOf(block);
  return new RegExp(`--${name}: (#[0-9a-f]{6});`).exec(css.slice(from))?.[1] ?? "none";
}

it.each([
  [LIGHT_THEME, ":root {"],
  [DARK_THEME, '[data-theme="dark"] {'],
])("%s", (theme, block) => {
  const colours = themes.get(theme)?.colors ?? {};
  for (const [key, name] of [
    ["editorHoverWidget.background", "panel"],
    ["editorHoverWidget.border", "line"],
    ["editorSuggestWidget.selectedBackground", "selected"],
    ["menu.selectionBackground", "hover"],
    ["menu.foreground", "ink"],
    ["descriptionForeground", "mute"],
    ["quickInputTitle.background", "raised"],
    ["focusBorder", "accent"],
    ["playground.read", "read"],
    ["playground.written", "written"],
    ["playground.quiet", "uncached"],
  ] as const)
    expect(colours[key], key).toBe(variable(block, name));
});

it("words keep the number of their colour when the theme changes", () => {
  const [light, dark] = [LIGHT_THEME, DARK_THEME].map((name) => {
    const { rules = [], encodedTokensColors: list = [] } = themes.get(name) ?? {};
    expect(new Set(list).size).toBe(list.length);
    // The first two are text and ground.
    for (const { token, foreground } of rules)
      expect(list.indexOf(foreground ?? ""), token).toBeGreaterThan(1);
    return rules.map(({ token, foreground }) => [token, list.indexOf(foreground ?? "")]);
  });
  expect(light?.length).toBeGreaterThan(0);
  expect(light).toEqual(dark);
});
