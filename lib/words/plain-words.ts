/** English words, for what has no reader to ask: logs, tests, and answers to programs that name no language. */
import { createWords } from "./create-words";
import { en } from "./en";

export const ENGLISH = createWords("en", en);
