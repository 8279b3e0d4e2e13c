/** Requests as a system meets them: counted with its vocabulary, in its frame. */
import { createPrefixIndex } from "../layout/prefix-index";
import type { ComparableRequest } from "../systems/comparable";
import type { CountBasis } from "./compared-system";
import type { Counting } from "./counting";
import { type GivenRequest, isPrompt } from "./given-request";
import { gradeCount } from "./grade-count";
import { readPrompts } from "./read-prompts";
import { readSegments } from "./read-segments";

export interface Reading {
  /** In the order the requests were given. */
  readonly requests: readonly ComparableRequest[];
  readonly basis: CountBasis;
  /** Ids of what the counts rest on. */
  readonly assumptions: readonly string[];
}

export const GIVEN_COUNTS: CountBasis = { tokens: "given", spread: null, vocabulary: null };

const nameCounting = ({ counter, scale }: Counting): string =>
  scale === 1 ? counter.name : `${counter.name} × ${scale}`;

/** What is known of the counts of prompts, by their sizes as they are counted. */
export function basisOf(
  given: readonly GivenRequest[],
  sizes: readonly number[],
  counting: Counting,
): Omit<Reading, "requests"> {
  const prompts = given.filter(isPrompt);
  if (prompts.length === 0) return { basis: GIVEN_COUNTS, assumptions: [] };
  const total = given.reduce((sum, one, index) => sum + (isPrompt(one) ? (sizes[index] ?? 0) : 0), 0);
  const graded = gradeCount(prompts, counting, total);
  const isPlain = graded.tokens === "exact";
  return {
    basis: { ...graded, vocabulary: nameCounting(counting) },
    assumptions: counting.assumptions.filter((id) => !isPlain || id !== "parts-beside-text"),
  };
}

function readAll(given: readonly GivenRequest[], counting: Counting): readonly ComparableRequest[] {
  const index = createPrefixIndex();
  const written = readPrompts(given.filter(isPrompt), index, counting);
  let previous: ComparableRequest["segments"] = [];
  let prompt = 0;
  return given.map((request, number) => {
    if (isPrompt(request)) return written(request, prompt++, number);
    const read = readSegments(request, number, index, previous);
    previous = read.segments;
    return read;
  });
}

/** Value by key, made when it is first asked for. */
function remember<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.has(key) ? (known.get(key) as T) : make();
  known.set(key, value);
  return value;
}

/** Reads requests once for each way in which they are counted; segments, whose counts are given, once for all. */
export function createReader(given: readonly GivenRequest[]): (counting: Counting) => Reading {
  const isText = given.some(isPrompt);
  const requests = new Map<string, readonly ComparableRequest[]>();
  const readings = new Map<string, Reading>();
  return (counting) => {
    const { counter, scale, frame, rate, assumptions } = counting;
    const way = isText ? [counter.origin, counter.name, scale, frame.assumption].join("\n") : "";
    const basis = isText ? JSON.stringify([way, rate, assumptions]) : "";
    return remember(readings, basis, () => {
      const all = remember(requests, way, () => readAll(given, counting));
      const sizes = all.map(({ prompt }) => prompt);
      return { requests: all, ...basisOf(given, sizes, counting) };
    });
  };
}
