/** A layout of which not one word is left, and everything else is: its segments, tokens, markers, reads and costs. */
import { findModel } from "../offers/catalogue";
import type { Model } from "../offers/model";
import { parsePrompt } from "../prompt/parse";
import { chooseTemplate } from "../tokens/choose-template";
import type { CounterFor, TokenCounter } from "../tokens/token-counter";
import { mapScenario } from "./map-scenario";
import { fillArguments } from "./shape/fill-arguments";
import { fillRequest } from "./shape/fill-request";
import { createChangingMask } from "./shape/mask-changing";
import { createShapeWriter } from "./shape/shape-writer";
import type { SharedLayout } from "./shared-layout";

const NAME = "Shape only";

const modelOf = ({ text, model }: SharedLayout): Model | null =>
  findModel(parsePrompt(text).prompt?.model ?? model ?? "");

/**
 * Replaces every text by words without a meaning that take as many tokens where they stand; lines that begin alike still
 * do. Names of tools and parameters, ids and media are replaced too, the same ones alike. Fields that nothing depends on,
 * and comments, are left out; signs and emoji at the ends of a text stay. A word or two may be missing where a text meets
 * something else than in the document: a line that an event puts before letters, another model's template, or a line
 * break in the arguments of a scripted call, which counts otherwise in the answer than in the request. Texts that change
 * become others of their form, which change as they do; a drawn id may take other tokens than the original's.
 * @param counter of the document's model
 * @param key random bytes, thrown away afterwards: without them nobody can test a guess. 16 are used
 */
function toShapeOnly(layout: SharedLayout, counter: TokenCounter, key: Uint8Array): SharedLayout {
  const asJson = chooseTemplate(modelOf(layout), null).name === "qwen3";
  const isVerbatim = layout.scenario?.turns.some(({ mode }) => mode === "body") ?? false;
  const { placement, changing: told = [], ...otherPlay } = layout.play;
  const mask = createChangingMask(isVerbatim ? null : told);
  const writer = createShapeWriter(counter, key, asJson, mask.replaceIn);
  const text = fillRequest(layout.text, writer);
  const scenario =
    layout.scenario &&
    mapScenario(layout.scenario, (written, kind) => {
      switch (kind) {
        case "title":
          return NAME;
        case "tool":
          return writer.fillName(written);
        case "arguments":
          return fillArguments(written, writer);
        case "body":
          return fillRequest(written, writer);
        default:
          return writer.fillText(written);
      }
    });
  const changing = mask.list();
  const play = {
    ...otherPlay,
    ...(placement
      ? { placement: placement.kind === "anchors" ? { ...placement, name: NAME } : placement }
      : {}),
    ...(changing.length > 0 ? { changing } : {}),
  };
  return { ...layout, text, scenario, play, isShapeOnly: true };
}

/** The same, with the counter of the document's model. */
export const writeShape = (layout: SharedLayout, counterFor: CounterFor, key: Uint8Array): SharedLayout =>
  toShapeOnly(layout, counterFor(modelOf(layout)), key);
