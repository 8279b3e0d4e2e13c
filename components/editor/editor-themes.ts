/** Monaco's light and dark theme in the page's colours, popups included. */
import type * as Monaco from "monaco-editor/editor";

export const LIGHT_THEME = "playground-light";
export const DARK_THEME = "playground-dark";

/**
 * Words are drawn by the number of their colour, and those that a difference took away are drawn once: the numbers, which
 * are places in the list, have to stay when the theme changes.
 * @param plain colours of text, as in Monaco's own theme, and of the ground: its list begins with them too
 */
const colourWords = (plain: readonly string[], key: string, text: string, number: string, quiet: string) => ({
  rules: [
    { token: "string.key.json", foreground: key },
    { token: "string.value.json", foreground: text },
    { token: "number.json", foreground: number },
    { token: "keyword.json", foreground: number },
    { token: "delimiter", foreground: quiet },
    { token: "comment", foreground: quiet },
  ],
  encodedTokensColors: [...plain, key, text, number, quiet],
});

/** As in `app/globals.css`: Monaco takes colours, not variables. */
interface Palette {
  readonly panel: string;
  readonly raised: string;
  readonly line: string;
  readonly ink: string;
  readonly mute: string;
  readonly hover: string;
  readonly selected: string;
  readonly accent: string;
  readonly shadow: string;
}

const LIGHT: Palette = {
  panel: "#ffffff",
  raised: "#fbfaf7",
  line: "#e3e0d8",
  ink: "#1b1a17",
  mute: "#625e56",
  hover: "#f2f0ea",
  selected: "#ece9e1",
  accent: "#0b6e66",
  shadow: "#1b1a171a",
};

const DARK: Palette = {
  panel: "#15171a",
  raised: "#1a1d21",
  line: "#2a2d33",
  ink: "#eceae3",
  mute: "#a5a299",
  hover: "#1d2024",
  selected: "#262a30",
  accent: "#4fd6c5",
  shadow: "#00000066",
};

/** Hovers, suggestions, menus, the find field, the list of commands and what is written into them. */
function colourPopups({ panel, raised, line, ink, mute, hover, selected, accent, shadow }: Palette) {
  return {
    focusBorder: accent,
    foreground: ink,
    descriptionForeground: mute,
    "icon.foreground": mute,
    "editor.foreground": ink,
    "textLink.foreground": accent,
    "textLink.activeForeground": accent,
    "textCodeBlock.background": hover,
    "widget.shadow": shadow,
    "widget.border": line,
    "editorWidget.background": panel,
    "editorWidget.foreground": ink,
    "editorWidget.border": line,
    "editorWidget.resizeBorder": accent,
    "editorHoverWidget.background": panel,
    "editorHoverWidget.foreground": ink,
    "editorHoverWidget.border": line,
    "editorHoverWidget.statusBarBackground": raised,
    "editorHoverWidget.highlightForeground": accent,
    "editorSuggestWidget.background": panel,
    "editorSuggestWidget.foreground": ink,
    "editorSuggestWidget.border": line,
    "editorSuggestWidget.selectedBackground": selected,
    "editorSuggestWidget.selectedForeground": ink,
    "editorSuggestWidget.selectedIconForeground": ink,
    "editorSuggestWidget.highlightForeground": accent,
    "editorSuggestWidget.focusHighlightForeground": accent,
    "editorActionList.background": panel,
    "editorActionList.foreground": ink,
    "editorActionList.focusBackground": selected,
    "editorActionList.focusForeground": ink,
    "menu.background": panel,
    "menu.foreground": ink,
    "menu.border": line,
    "menu.selectionBackground": hover,
    "menu.selectionForeground": ink,
    "menu.separatorBackground": line,
    "list.hoverBackground": hover,
    "list.hoverForeground": ink,
    "list.focusBackground": selected,
    "list.focusForeground": ink,
    "list.focusOutline": accent,
    "list.highlightForeground": accent,
    "list.focusHighlightForeground": accent,
    "list.activeSelectionBackground": selected,
    "list.activeSelectionForeground": ink,
    "list.activeSelectionIconForeground": ink,
    "list.inactiveSelectionBackground": selected,
    "list.inactiveSelectionForeground": ink,
    "quickInput.background": panel,
    "quickInput.foreground": ink,
    "quickInputList.focusBackground": selected,
    "quickInputList.focusForeground": ink,
    "quickInputTitle.background": raised,
    "pickerGroup.foreground": accent,
    "pickerGroup.border": line,
    "keybindingLabel.background": raised,
    "keybindingLabel.foreground": ink,
    "keybindingLabel.border": line,
    "keybindingLabel.bottomBorder": line,
    "input.background": panel,
    "input.foreground": ink,
    "input.border": line,
    "input.placeholderForeground": mute,
    "inputOption.activeBackground": selected,
    "inputOption.activeForeground": ink,
    "inputOption.activeBorder": accent,
    "inputOption.hoverBackground": hover,
    "button.background": selected,
    "button.foreground": ink,
    "button.hoverBackground": hover,
    "toolbar.hoverBackground": hover,
    "toolbar.activeBackground": selected,
    "progressBar.background": accent,
    "sash.hoverBorder": accent,
    "editorLink.activeForeground": accent,
    "scrollbar.shadow": "#00000000",
  };
}

/** A difference is marked where it stands: the rest of a long line stays as it is. */
function colourDifferences({ hover, line, mute }: Palette, bad: string) {
  return {
    "diffEditor.insertedTextBackground": `${bad}33`,
    "diffEditor.removedTextBackground": `${mute}33`,
    "diffEditor.insertedLineBackground": "#00000000",
    "diffEditor.removedLineBackground": "#00000000",
    "diffEditorGutter.insertedLineBackground": hover,
    "diffEditorGutter.removedLineBackground": hover,
    "diffEditorOverview.insertedForeground": `${bad}88`,
    "diffEditorOverview.removedForeground": `${mute}88`,
    "diffEditor.unchangedRegionBackground": hover,
    "diffEditor.unchangedRegionForeground": mute,
    "diffEditor.border": line,
  };
}

export function defineThemes(monaco: typeof Monaco): void {
  monaco.editor.defineTheme(LIGHT_THEME, {
    base: "vs",
    inherit: true,
    ...colourWords(["000000", LIGHT.panel], "8a3b12", "0d5f58", "5a3fd6", "625e56"),
    colors: {
      ...colourPopups(LIGHT),
      ...colourDifferences(LIGHT, "#c02440"),
      "editor.background": LIGHT.panel,
      "editorGutter.background": LIGHT.panel,
      "editorLineNumber.foreground": "#6b675e",
      "editorLineNumber.activeForeground": LIGHT.ink,
      "editor.lineHighlightBackground": "#f6f5f1",
      "editor.lineHighlightBorder": "#00000000",
      "editorIndentGuide.background1": "#efede7",
      "editorIndentGuide.activeBackground1": "#d8d4c9",
      "playground.read": "#0d9488",
      "playground.written": "#d97706",
      "playground.quiet": "#8a93a3",
    },
  });
  monaco.editor.defineTheme(DARK_THEME, {
    base: "vs-dark",
    inherit: true,
    ...colourWords(["d4d4d4", DARK.panel], "f0a071", "7fd8c8", "bba7ff", "a5a299"),
    colors: {
      ...colourPopups(DARK),
      ...colourDifferences(DARK, "#ff7a8d"),
      "editor.background": DARK.panel,
      "editorGutter.background": DARK.panel,
      "editorLineNumber.foreground": "#97948b",
      "editorLineNumber.activeForeground": DARK.ink,
      "editor.lineHighlightBackground": DARK.raised,
      "editor.lineHighlightBorder": "#00000000",
      "editorIndentGuide.background1": "#1f2226",
      "editorIndentGuide.activeBackground1": "#393d44",
      "playground.read": "#2dbdaa",
      "playground.written": "#f0a63a",
      "playground.quiet": "#77808f",
    },
  });
}
