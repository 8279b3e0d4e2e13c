/** What a model has really answered to a request of a scenario, in place of what the script says. */
import type { AnsweredCall } from "./write-message";

export interface GivenAnswer {
  readonly text: string;
  readonly thinking: string;
  readonly calls: readonly { readonly name: string; readonly arguments: string }[];
}

const NO_RESULT = "The script has no result for this call.";

/** The calls really made, each with the scripted result of its name, else of its place, else of the last one. */
export function answerGivenCalls(
  { calls }: GivenAnswer,
  scripted: readonly AnsweredCall[],
): readonly AnsweredCall[] {
  const left = [...scripted];
  return calls.map(({ name, arguments: written }) => {
    const at = left.findIndex((call) => call.name === name);
    const [call] = left.splice(Math.max(at, 0), 1);
    return { name, arguments: written, result: (call ?? scripted.at(-1))?.result ?? NO_RESULT };
  });
}
