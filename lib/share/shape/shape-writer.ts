/** What the parts of a request are replaced with: one writer for the whole layout, so that equal things stay equal. */
import type { TokenCounter } from "../../tokens/token-counter";
import { createRandom, type Random } from "../../values/random";
import { createMediaFiller, type MediaFiller } from "./fill-media";
import { createNameFiller, type FillName } from "./fill-name";
import { createTextFiller, type FillText, type Replacement } from "./fill-text";

export interface ShapeWriter {
  readonly fillText: FillText;
  readonly fillName: FillName;
  readonly media: MediaFiller;
  /** Ids that only tie a call to its result: `call_1`, `call_2`, … */
  readonly fillId: (id: string) => string;
  /** True where the template writes arguments as JSON, false where each has lines of its own. */
  readonly argumentsAsJson: boolean;
}

function createIdFiller(): (id: string) => string {
  const known = new Map<string, string>();
  return (id) => {
    const filled = known.get(id) ?? `call_${known.size + 1}`;
    known.set(id, filled);
    return filled;
  };
}

export function createShapeWriter(
  counter: TokenCounter,
  key: Uint8Array,
  argumentsAsJson: boolean,
  replaceIn: (random: Random) => (text: string) => readonly Replacement[] = () => () => [],
): ShapeWriter {
  const random = createRandom(key);
  return {
    fillText: createTextFiller(counter, random, replaceIn(random)),
    fillName: createNameFiller(counter, random),
    media: createMediaFiller(),
    fillId: createIdFiller(),
    argumentsAsJson,
  };
}
