"use client";
/** The examples, each with its picture, its name and one line about what it shows. */
import { exampleDocument } from "../../lib/store/example-document";
import { describeExample, nameExample } from "../../lib/timeline/name-example";
import { presets } from "../../lib/timeline/presets/presets";
import { sketchScenario } from "../../lib/timeline/sketch-scenario";
import { tell } from "../../lib/words/message";
import { lookAtFirstMiss } from "../address/look-at-first-miss";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { useWords } from "../words/use-words";
import { SketchPicture } from "./sketch-picture";

const examples = presets.map((preset) => ({
  preset,
  sketch: sketchScenario(preset.text, preset.scenario),
}));

export function ExampleGallery({ onDone }: { readonly onDone: () => void }) {
  const open = usePlayground((state) => (state.edited ? null : state.presetId));
  const playground = usePlaygroundStore();
  const { actions } = playground;
  const { t, say } = useWords();
  return (
    <ul aria-label={t("layouts.examples")} className="mt-1 grid gap-1 sm:grid-cols-2">
      {examples.map(({ preset, sketch }) => (
        <li key={preset.id}>
          <button
            type="button"
            aria-current={preset.id === open ? "true" : undefined}
            onClick={() => {
              actions.loadDocument(exampleDocument(preset));
              if (preset.mistakes.length > 0) {
                actions.setTab(null);
                lookAtFirstMiss(playground);
              }
              actions.announce(tell("store.opened", { name: nameExample(preset.title) }));
              onDone();
            }}
            className="flex h-full w-full gap-3 rounded-md border border-line-soft p-2 text-left hover:bg-hover aria-[current]:border-line aria-[current]:bg-selected"
          >
            <SketchPicture rows={sketch} />
            <span className="min-w-0">
              <span className="block font-medium">{say(nameExample(preset.title))}</span>
              <span className="block text-xs text-mute">
                {say(describeExample(preset.id) ?? preset.description)}
              </span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
