/** Everything a rule may look at. */
import type { ChangingText } from "../changing/changing-text";
import type { Layout, ResolvedMarker } from "../layout/layout";
import type { Model, Region } from "../offers/model";
import type { ModelStudioRules } from "../offers/model-studio-offer";
import type { Prompt, PromptError } from "../prompt/prompt";
import type { Measured } from "../tokens/measured";

export interface LintContext {
  readonly text: string;
  readonly prompt: Prompt;
  readonly errors: readonly PromptError[];
  readonly measured: Measured;
  /** Null = not in the catalogue. */
  readonly model: Model | null;
  /** The name asked for, in the body or beside it; null = none. */
  readonly modelName: string | null;
  readonly region: Region;
  /** True where the region is only the one that is preselected. */
  readonly isRegionAssumed: boolean;
  /** What the request is played by: which caches are offered, too. */
  readonly rules: ModelStudioRules;
  readonly layout: Layout;
  /** One for each of `prompt.markers`, in the same order. */
  readonly markers: readonly ResolvedMarker[];
  /** What the user has said of changing words; absent = nothing. */
  readonly changing?: readonly ChangingText[];
  /** The requests that follow in the scenario, in order; empty where only one request is known. */
  readonly following: readonly Prompt[];
}
