/** An answer while it comes in: what the readers of every dialect write into. */
import { type Fields, fieldsOf } from "../values/json";
import type { NativeReader } from "./read-native";

interface DraftCall {
  name: string;
  arguments: string;
  /** What its result names; absent where nothing needs it. */
  id?: string;
}

export interface AnswerDraft {
  text: string;
  reasoning: string;
  /** By their place in the answer. */
  readonly calls: Map<number, DraftCall>;
  usage: Fields | null;
  finish: string | null;
  isComplete: boolean;
  error: string | null;
  /** Absent until an event of DashScope's own protocol has come. */
  native?: NativeReader;
  /** What a later request names it by; absent where none does. */
  id?: string;
}

export const openDraft = (): AnswerDraft => ({
  text: "",
  reasoning: "",
  calls: new Map(),
  usage: null,
  finish: null,
  isComplete: false,
  error: null,
});

/** The call at that place, which begins empty. */
export function callAt({ calls }: AnswerDraft, index: number): DraftCall {
  const call = calls.get(index) ?? { name: "", arguments: "" };
  calls.set(index, call);
  return call;
}

/** Later figures win: an ending repeats those of the start, or adds the completion only. */
export function mergeUsage(draft: AnswerDraft, usage: unknown): void {
  const fields = fieldsOf(usage);
  if (!fields) return;
  const told = Object.entries(fields).filter(([, value]) => value !== null);
  draft.usage = { ...draft.usage, ...Object.fromEntries(told) };
}
