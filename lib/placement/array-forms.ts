/** What a marker does to a prefix where a string is another one than an array of one part: both forms told apart anew. */
import { createPrefixIndex, type PrefixIndex } from "../layout/prefix-index";
import { createBlockReader } from "../layout/read-blocks";
import { readingOf } from "../offers/readings";
import { markModelStudio } from "../systems/mark-model-studio";
import { createModelFinder, type PlacedRequest } from "./map-anchors";

/** Where the text of a message begins. */
interface Start {
  /** Of the message. */
  readonly pointer: string;
  /** Tokens before it. */
  readonly prefix: number;
  /** Identity of the text before it. */
  readonly before: number;
  /** True where it is an array, whatever is marked. */
  readonly isArray: boolean;
}

/** A request by its text alone. */
export interface Forms {
  /** By cut: the same text has the same identity, in whatever form it is written. */
  readonly texts: readonly number[];
  /** In order. */
  readonly starts: readonly Start[];
}

/** Whether forms matter to any of the requests, and what is needed to tell them apart is there. */
export const tellsForms = (requests: readonly PlacedRequest[]): boolean =>
  requests.every(({ measured }) => measured !== undefined) &&
  requests.some(({ layout }) => readingOf(layout.readings, "string-and-array") === "apart");

/** @param requests as laid out; those of one list share what identities mean */
export function readForms(requests: readonly PlacedRequest[]): Forms[] {
  const read = createBlockReader(createPrefixIndex());
  const modelOf = createModelFinder();
  return requests.map(({ prompt, measured, layout }): Forms => {
    if (!measured) return { texts: layout.cuts.map(({ key }) => key), starts: [] };
    const model = modelOf(layout.model);
    const readings = { ...layout.readings, "string-and-array": "same" } as const;
    const request = read(prompt, measured, layout.model, { readings, model });
    const { cuts } = markModelStudio(request, { model, readings }).layout;
    const isApart = readingOf(layout.readings, "string-and-array") === "apart";
    const arrays = new Set(prompt.messages.flatMap(({ form, pointer }) => (form === "array" ? pointer : [])));
    const starts: Start[] = [];
    let [before, prefix] = [0, 0];
    for (const block of isApart ? request.blocks : []) {
      if (!block.isEnd) continue;
      const { pointer } = block.segment;
      starts.push({ pointer, prefix, before, isArray: arrays.has(pointer) });
      [before, prefix] = [block.key, block.prefix];
    }
    return { texts: cuts.map(({ key }) => key), starts };
  });
}

/**
 * Identities of some cuts of a request, with these messages written as arrays besides those that are.
 * @param places ascending indices of the cuts
 * @param index shared by all requests that are compared
 */
export function keysOf(
  { layout: { cuts } }: Pick<PlacedRequest, "layout">,
  { texts, starts }: Forms,
  {
    places,
    arrays,
    index,
  }: {
    readonly places: readonly number[];
    readonly arrays: ReadonlySet<string>;
    readonly index: PrefixIndex;
  },
): number[] {
  let [form, next] = ["forms", 0];
  return places.map((place) => {
    const end = cuts[place]?.prefix ?? 0;
    for (let start = starts[next]; start && start.prefix < end; start = starts[++next]) {
      if (start.isArray || arrays.has(start.pointer)) form += ` ${start.before}`;
    }
    return index.extend(texts[place] ?? 0, form);
  });
}
