/** Tries patterns that somebody sent: one that would take forever is given up after a moment. */
import { createContext, Script } from "node:vm";

/** Milliseconds that one pattern may take, and all those of one request together. */
const EACH = 20;
const ALL = 100;
/** Characters of a pattern that is looked at. */
const MAX_PATTERN = 2000;

/** Whether a text matches a pattern; false where it cannot be told in time. */
export type PatternTest = (pattern: string, text: string) => boolean;

const script = new Script("new RegExp(pattern, 'u').test(text)");

/** A test with a budget of time, for one request. Never throws. */
export function createPatternTest(): PatternTest {
  const context = createContext(Object.create(null) as Record<string, string>);
  let left = ALL;
  return (pattern, text) => {
    if (left <= 0 || pattern.length > MAX_PATTERN) return false;
    const begun = performance.now();
    try {
      context.pattern = pattern;
      context.text = text;
      return script.runInContext(context, { timeout: EACH }) === true;
    } catch {
      return false;
    } finally {
      left -= performance.now() - begun;
    }
  };
}
