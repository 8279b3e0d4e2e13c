/** A scene: requests, settings of the five layers, and where its figures come from; and the prices that measured costs imply. */
import type { GivenSegment, GivenSegments } from "../compare/given-request";
import { readSegments } from "../compare/read-segments";
import { createPrefixIndex } from "../layout/prefix-index";
import type { Evidence } from "../offers/model";
import type { ComparableRequest, ComparableSegment } from "../systems/comparable";
import { inOrderOfStart } from "../timeline/simulate";
import type { Message, Said } from "../words/message";
import type { LayerSettings, Vendor } from "./layer-settings";

export interface Scene {
  readonly id: string;
  readonly name: Message;
  /** One sentence: what it shows. */
  readonly about: Message;
  readonly requests: readonly GivenSegments[];
  readonly settings: LayerSettings;
  readonly evidence: Evidence;
  /** An address, or what it is. */
  readonly source: Said;
  readonly asOf: string;
}

export const textSegment = (
  id: string,
  tokens: number,
  role: GivenSegment["role"] = "user",
): GivenSegment => ({
  id,
  tokens,
  role,
  kind: "text",
  blocks: 1,
});

/** The same prompt over and over, one a `gap` of seconds. */
export const sameRequests = (count: number, tokens: number, gap = 10): GivenSegments[] =>
  Array.from({ length: count }, (_, order) => ({
    at: order * gap,
    duration: 1,
    firstToken: 1,
    completion: 0,
    conversation: "one",
    segments: [textSegment("prompt", tokens)],
    markers: [],
  }));

/** Conversations that share a system text and go on turn by turn, each of its own; their turns alternate. */
export function talkRequests(conversations: number, turns: number): GivenSegments[] {
  const requests: GivenSegments[] = [];
  for (let turn = 0; turn < turns; turn++) {
    for (let talk = 0; talk < conversations; talk++) {
      const said = Array.from({ length: turn }, (_, order) => [
        textSegment(`${talk} asks ${order}`, 120),
        textSegment(`${talk} hears ${order}`, 380, "assistant"),
      ]).flat();
      requests.push({
        at: turn * 45 + talk * 5,
        duration: 4,
        firstToken: 1,
        completion: 380,
        conversation: `talk ${talk + 1}`,
        segments: [
          textSegment("tools and system", 6000, "system"),
          ...said,
          textSegment(`${talk} asks ${turn}`, 120),
        ],
        markers: [],
      });
    }
  }
  return requests;
}

/** The same requests from more conversations at once: their first segment is shared, all behind it, or all of one segment, is each one's own. */
export function crowdOf(requests: readonly GivenSegments[], copies: number): GivenSegments[] {
  return requests.flatMap((request) =>
    Array.from(
      { length: copies },
      (_, copy): GivenSegments => ({
        ...request,
        at: request.at + copy,
        conversation: `${request.conversation ?? "one"} of ${copy + 1}`,
        segments: request.segments.map((segment, order) =>
          order === 0 && request.segments.length > 1
            ? segment
            : { ...segment, id: `${copy + 1}: ${segment.id}` },
        ),
      }),
    ),
  );
}

/** Numbers the prefixes of given requests, and brings them in the order of their start. */
export function readRequests(given: readonly GivenSegments[]): ComparableRequest[] {
  const index = createPrefixIndex();
  let previous: readonly ComparableSegment[] = [];
  const requests = given.map((request, number) => {
    const read = readSegments(request, number, index, previous);
    previous = read.segments;
    return read;
  });
  return inOrderOfStart(given).flatMap((order) => requests[order] ?? []);
}

/** What was measured of a vendor: USD of one request when nothing of it was cached, and when so many tokens were. */
export interface Measured {
  readonly prompt: number;
  readonly read: number;
  readonly cold: number;
  readonly warm: number;
}

/** The price per million tokens that measured costs imply, the answer's few tokens counted in. */
export function impliedPrices({
  prompt,
  read,
  cold,
  warm,
}: Measured): Pick<Vendor, "input" | "readMultiplier"> {
  const input = (cold / prompt) * 1_000_000;
  const saved = ((cold - warm) / read) * 1_000_000;
  return { input, readMultiplier: 1 - saved / input };
}

/** Of a price that was printed with so many digits, what it may have been. */
const rangeOf = (printed: string): readonly [low: number, high: number] => {
  const decimals = printed.split(".")[1]?.length ?? 0;
  const half = 0.5 * 10 ** -decimals;
  return [Number(printed) - half, Number(printed) + half];
};

/** Discounts that two printed costs admit: shares of the cold one, 0 to 1, and the one that the digits give. */
export function discountRange(
  cold: string,
  warm: string,
): { readonly low: number; readonly printed: number; readonly high: number } {
  const [coldLow, coldHigh] = rangeOf(cold);
  const [warmLow, warmHigh] = rangeOf(warm);
  return {
    low: 1 - warmHigh / coldLow,
    printed: 1 - Number(warm) / Number(cold),
    high: 1 - warmLow / coldHigh,
  };
}
