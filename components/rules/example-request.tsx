/** A rule's example: the request with its long texts shortened, and a link that opens it in the playground. */
import type { RuleExample } from "../../lib/lint/rule";
import { encodeShare } from "../../lib/share/codec";
import { DEFAULT_LAYOUT } from "../../lib/share/shared-layout";
import { scenarioOfBodies } from "../../lib/timeline/scenario-of-bodies";
import type { Words } from "../../lib/words/create-words";

/** Characters of a text that are shown. */
const SHOWN = 90;

const shorten =
  ({ t }: Words) =>
  (_key: string, value: unknown): unknown =>
    typeof value === "string" && value.length > SHOWN
      ? t("rules.moreCharacters", { start: value.slice(0, SHOWN), count: value.length - SHOWN })
      : value;

/** A broken example is shown as it stands. */
function showText(text: string, words: Words): string {
  try {
    return JSON.stringify(JSON.parse(text, shorten(words)), null, 2);
  } catch {
    return text.length > 1200 ? `${text.slice(0, 1200)}…` : text;
  }
}

interface ExampleRequestProps {
  readonly title: string;
  readonly example: RuleExample;
  readonly words: Words;
}

export async function ExampleRequest({ title, example, words }: ExampleRequestProps) {
  const { text, region, following = [] } = example;
  const scenario = scenarioOfBodies(words.t("rules.exampleScenario"), following);
  const link = `/#${await encodeShare({ ...DEFAULT_LAYOUT, text, region, scenario })}`;
  return (
    <section className="mt-6">
      <h2 className="flex flex-wrap items-baseline gap-3 font-semibold">
        {title}
        {/* A plain link: the playground reads the fragment of a page that is loaded anew. */}
        <a href={link} className="text-[13px] font-medium text-accent hover:underline">
          {words.t("rules.open")}
        </a>
      </h2>
      <RequestText text={text} words={words} />
      {following.map((later, index) => (
        <details key={later} className="mt-2">
          <summary className="cursor-pointer text-[13px] text-mute hover:text-ink">
            {words.t("rules.laterRequest", { request: index + 2 })}
          </summary>
          <RequestText text={later} words={words} />
        </details>
      ))}
    </section>
  );
}

function RequestText({ text, words }: { text: string; words: Words }) {
  return (
    <pre
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
      tabIndex={0}
      className="mt-2 max-h-96 overflow-auto rounded-lg border border-line bg-panel p-3 font-mono text-xs leading-5"
    >
      {showText(text, words)}
    </pre>
  );
}
