/** What a reader of another language still meets in English: sentences on the screen and in names for screen readers. */
import type { Page } from "@playwright/test";

/** Texts that are the same in every language: names, code, field names, what an example says. */
const ELSEWHERE =
  ".monaco-editor, .monaco-diff-editor, code, pre, kbd, samp, script, style, noscript, textarea, input, [lang=en], [data-quoted], .font-mono";

/** Three words in a row, none of which is a name or a code. */
const SENTENCE = String.raw`\b[A-Za-z][a-z’']+(?:,? [a-z][a-z’'-]+){2,}`;

/** The sentences, each once. @param own what the reader brought, and what is called by it */
export const listEnglish = (page: Page, own: readonly string[] = []): Promise<string[]> =>
  page.evaluate(
    ({ elsewhere, sentence, own }) => {
      const english = new RegExp(sentence);
      const found = new Set<string>();
      const note = (text: string | null): void => {
        // What stands in quotation marks is told word by word.
        const told = own
          .reduce((rest, each) => rest.replaceAll(each, ""), text ?? "")
          .replace(/“[^”]*”/g, "");
        if (text && english.test(told)) found.add(text.trim().slice(0, 160));
      };
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const parent = node.parentElement;
        if (parent && !parent.closest(elsewhere) && parent.getClientRects().length > 0)
          note(node.textContent);
      }
      for (const element of document.body.querySelectorAll("[aria-label], [title], [placeholder]")) {
        if (element.closest(elsewhere)) continue;
        for (const name of ["aria-label", "title", "placeholder"]) note(element.getAttribute(name));
      }
      return [...found];
    },
    { elsewhere: ELSEWHERE, sentence: SENTENCE, own },
  );
