/** Passes on what the reader of the request has noted. */
import type { PromptError } from "../prompt/prompt";
import type { Finding } from "./rule";

/** The errors of one code as findings. */
export function findErrors(errors: readonly PromptError[], code: PromptError["code"]): Finding[] {
  return errors
    .filter((error) => error.code === code)
    .map(({ message, pointer, range }) => ({ message, pointer, range }));
}
