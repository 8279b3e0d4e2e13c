/** A rule: what it looks for, on what evidence, and its examples. */
import type { Evidence, Region } from "../offers/model";
import type { TextRange } from "../prompt/prompt";
import type { Message, Said } from "../words/message";
import type { Fix, Severity } from "./diagnostic";
import type { LintContext } from "./lint-context";

/** What a rule found; what is absent here is as the rule says. */
export interface Finding {
  /** One sentence: what will happen at the service, with its figures. */
  readonly message: Said;
  readonly pointer: string;
  readonly range: TextRange;
  readonly fix?: Fix | undefined;
  /** Makes the fix, where that takes a look at the whole text; nothing where there is none. */
  readonly mend?: (() => { readonly fix?: Fix }) | undefined;
  readonly severity?: Severity;
  readonly evidence?: Evidence;
  readonly source?: string;
  readonly asOf?: string;
}

export interface RuleExample {
  readonly text: string;
  readonly region: Region;
  /** Bodies of the requests that follow in the conversation, for rules that compare them. */
  readonly following?: readonly string[];
}

export interface Rule {
  /** Kebab-case, also the name of its file. */
  readonly id: string;
  readonly severity: Severity;
  /** A few words. */
  readonly title: Message;
  /** Two or three sentences: what happens, why, what to do. */
  readonly summary: Message;
  readonly evidence: Evidence;
  /** URL. */
  readonly source: string;
  readonly asOf: string;
  /** A request the rule is silent about, and one it reports; both are also its tests. */
  readonly examples: { readonly good: RuleExample; readonly bad: RuleExample };
  check(context: LintContext): Finding[];
}
