"use client";
/** The examples, each with its picture, its name and one line about what it shows. */
import { exampleDocument } from "../../lib/store/example-document";
import { presets } from "../../lib/timeline/presets/presets";
import { sketchScenario } from "../../lib/timeline/sketch-scenario";
import { lookAtFirstMiss } from "../address/look-at-first-miss";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { SketchPicture } from "./sketch-picture";

const examples = presets.map((preset) => ({
  preset,
  sketch: sketchScenario(preset.text, preset.scenario),
}));

export function ExampleGallery({ onDone }: { readonly onDone: () => void }) {
  const open = usePlayground((state) => (state.edited ? null : state.presetId));
  const playground = usePlaygroundStore();
  const { actions } = playground;
  return (
    <ul aria-label="Examples" className="mt-1 grid gap-1 sm:grid-cols-2">
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
              actions.announce(`Opened ${preset.title}.`);
              onDone();
            }}
            className="flex h-full w-full gap-3 rounded-md border border-line-soft p-2 text-left hover:bg-hover aria-[current]:border-line aria-[current]:bg-selected"
          >
            <SketchPicture rows={sketch} />
            <span className="min-w-0">
              <span className="block font-medium">{preset.title}</span>
              <span className="block text-xs text-mute">{preset.description}</span>
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
