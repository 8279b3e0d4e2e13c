/** What a rule found, as much of it as a reader can take in, with the mends. */
import { tell } from "../words/message";
import type { Diagnostic, Fix } from "./diagnostic";
import type { Finding, Rule } from "./rule";

/** Places of one rule that are shown one by one; the rest is one diagnostic that says how many there are. */
export const MOST_PLACES = 100;

/** UTF-16 units that the mends of one request may go through: each reads the whole text. */
const UNITS_READ = 10_000_000;
/** Mends that are made in any case. */
const FEWEST = 4;
/** Units of text that all mends may put in: so many times the request, and some. */
const TIMES_PUT = 2;
const UNITS_PUT = 1_000_000;

/** Makes mends as long as they are not too much work. */
export type Mender = (finding: Pick<Finding, "fix" | "mend">) => Fix | undefined;

/** One for all rules of a request. A mend that is not made is offered once those before it have been taken. */
export function createMender({ text }: { readonly text: string }): Mender {
  let left = Math.max(FEWEST, Math.floor(UNITS_READ / Math.max(1, text.length)));
  let room = TIMES_PUT * text.length + UNITS_PUT;
  return ({ fix, mend }) => {
    if (!fix && (!mend || left === 0)) return undefined;
    if (!fix) left--;
    const made = fix ?? mend?.().fix;
    if (!made) return undefined;
    const put = made.edits.reduce((sum, edit) => sum + edit.text.length, 0);
    if (put > room) return undefined;
    room -= put;
    return made;
  };
}

/** @param mender null makes the mend when it is asked for */
function diagnose(rule: Rule, { fix, mend, ...told }: Finding, mender: Mender | null): Diagnostic {
  const { title, severity, evidence, source, asOf } = rule;
  const found = { rule: rule.id, title, severity, evidence, source, asOf, ...told };
  if (!mender) {
    return Object.defineProperty(found, "fix", { get: () => fix ?? mend?.().fix, enumerable: true });
  }
  const made = mender({ fix, mend });
  return made ? { ...found, fix: made } : found;
}

/** The diagnostics of one rule: the first places one by one, and one more for all others, at the first of them. */
export function takeFindings(rule: Rule, found: readonly Finding[], mender: Mender | null): Diagnostic[] {
  const shown = found.slice(0, MOST_PLACES).map((finding) => diagnose(rule, finding, mender));
  const [next] = found.slice(MOST_PLACES);
  if (!next) return shown;
  const more = found.length - MOST_PLACES;
  const message = tell("lint.andMore", { count: more, title: rule.title });
  const { fix: _fix, mend: _mend, ...place } = next;
  return [...shown, { ...diagnose(rule, { ...place, message }, () => undefined), more }];
}
