/** What is set badly in Chinese text on the screen: a space behind a full-width sign, Han against Latin without one. */
import type { Page } from "@playwright/test";

/** Texts that are written by others: what an example says, code. */
const ELSEWHERE =
  ".monaco-editor, .monaco-diff-editor, code, pre, script, style, svg, textarea, [data-quoted]";

/** Each with what stands around it. */
export const listBadSigns = (page: Page): Promise<string[]> =>
  page.evaluate((elsewhere) => {
    const bad =
      /.{0,12}(?:[，。；：！？、）] (?=[^\s·→↗←])|\p{Script=Han}(?=[A-Za-z])|[A-Za-z](?=\p{Script=Han})).{0,12}/u;
    const found = new Set<string>();
    const isInline = (node: Node): boolean =>
      !(node instanceof Element) || /^inline(?!-)|^contents/.test(getComputedStyle(node).display);
    const read = (node: Node): string => {
      if (!(node instanceof Element)) return node.textContent ?? "";
      return node.matches(elsewhere) ? "\n" : [...node.childNodes].map(read).join("");
    };
    for (const element of document.body.querySelectorAll("*")) {
      if (element.closest(elsewhere) || element.getClientRects().length === 0 || isInline(element)) continue;
      // Inline pieces in a row are read as one line.
      let line = "";
      const flush = (): void => {
        const [wrong] = bad.exec(line.replace(/\s+/g, " ")) ?? [];
        if (wrong) found.add(wrong.trim());
        line = "";
      };
      for (const child of element.childNodes) {
        if (isInline(child) && !/flex|grid/.test(getComputedStyle(element).display)) line += read(child);
        else flush();
      }
      flush();
    }
    return [...found];
  }, ELSEWHERE);
