/** The presets, in the order they are offered; the first one opens with the page. */
import { agent } from "./agent";
import { batch } from "./batch";
import { functionCalling } from "./function-calling";
import { multiTurn } from "./multi-turn";
import type { Preset } from "./preset";

export const presets: readonly [Preset, ...Preset[]] = [multiTurn, agent, batch, functionCalling];
