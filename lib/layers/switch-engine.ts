/** Another engine or another model: what goes with it changes too, since a hybrid model needs blocks of its own. */
import { findArchitecture, hybridBlockOf } from "./kv-bytes";
import type { LayerEngine, LayerSettings } from "./layer-settings";

/** Tokens a block, or a page, as each engine comes. Sources: the documentation of vLLM, SGLang and TensorRT-LLM (2026-10). */
const USUAL_BLOCK = { vllm: 16, sglang: 1, "tensorrt-llm": 32 } as const;

function blockOf(engine: LayerEngine, architecture: string, now: number): number {
  if (engine === "none") return now;
  const hybrid = hybridBlockOf(findArchitecture(architecture));
  return engine === "vllm" && hybrid !== null ? hybrid : USUAL_BLOCK[engine];
}

/** With the engine's usual block, or the one that the model makes vLLM take. */
export const withEngine = (settings: LayerSettings, id: LayerEngine): LayerSettings => ({
  ...settings,
  engine: { id, block: blockOf(id, settings.model.architecture, settings.engine.block) },
});

/** A block stays as it was set, unless the model before or this one decides it. */
export function withArchitecture(settings: LayerSettings, architecture: string): LayerSettings {
  const { engine, model } = settings;
  const isHybrid = [architecture, model.architecture].some(
    (id) => hybridBlockOf(findArchitecture(id)) !== null,
  );
  const block = isHybrid ? blockOf(engine.id, architecture, engine.block) : engine.block;
  return { ...settings, engine: { ...engine, block }, model: { ...model, architecture } };
}
