/** Numbers of tokens within the sentences of rules. */
import { type Message, tell } from "../words/message";

/**
 * e.g. `1,024 tokens`, `about 1,024 tokens`.
 * @param exact false where the count is an estimate
 */
export const tellTokens = (count: number, exact = true): Message =>
  exact ? tell("values.tokens", { count }) : tell("lint.aboutTokens", { count });
