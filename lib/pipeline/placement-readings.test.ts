/** What a search for placements says of one is what the simulator plays with it, by whatever readings of what is open. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOfAccounts } from "../offers/open-questions";
import { type Readings, SWITCH_IDS, SWITCHES } from "../offers/readings";
import { previewPlacement } from "../placement/preview-placement";
import { loadTestCounters } from "../tokens/fixtures/load-counters";
import type { Settings } from "./analysis";
import { assistant, call, MARK, part, user, words } from "./fixtures/write-conversation";
import { createDocumentOpener } from "./open-document";
import { reportPlacements } from "./placement-report";
import { answerWhatIf } from "./what-if";

const counters = loadTestCounters();

/** Lengths about which the questions are: none alone, some together, and one alone reach the least of an entry. */
const SIZES = [3, 60, 100, 102, 140];

const size = fc.constantFrom(...SIZES);
const content = fc.record({ size, form: fc.constantFrom("string", "array", "parts", "marked") });
type Content = typeof content extends fc.Arbitrary<infer Value> ? Value : never;

function write({ size: times, form }: Content, about: string): string | object[] {
  const text = words(times, about).trimEnd();
  if (form === "string") return text;
  if (form === "parts") return [part(text), part(`${about} again.`)];
  return [part(text, form === "marked" ? MARK : undefined)];
}

const step = fc.oneof(
  content.map((said) => ({ kind: "user" as const, said })),
  content.map((said) => ({ kind: "assistant" as const, said })),
  fc.record({ kind: fc.constant("results" as const), said: content, other: content }),
  fc.record({ kind: fc.constant("system" as const), said: content }),
);
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

function writeOpenai(each: Step, order: number): object[] {
  const about = `fox${order}`;
  if (each.kind === "user") return [user(write(each.said, about))];
  if (each.kind === "assistant") return [assistant(write(each.said, about))];
  if (each.kind === "system") return [{ role: "system", content: write(each.said, about) }];
  const ids = [`a${order}`, `b${order}`];
  return [
    { role: "assistant", content: null, tool_calls: ids.map(call) },
    ...ids.map((id, index) => ({
      role: "tool",
      tool_call_id: id,
      content: write(index === 0 ? each.said : each.other, `${about}${id}`),
    })),
  ];
}

function writeAnthropic(each: Step, order: number): object[] {
  if (each.kind !== "results") return writeOpenai(each, order);
  const ids = [`a${order}`, `b${order}`];
  return [
    assistant(ids.map((id) => ({ type: "tool_use", id, name: "read", input: {} }))),
    user(
      ids.map((id, index) => ({
        type: "tool_result",
        tool_use_id: id,
        content: write(index === 0 ? each.said : each.other, id),
      })),
    ),
  ];
}

const conversation = fc.record({
  model: fc.constantFrom("qwen3-max", "qwen3.7-max", "qwen4-max"),
  dialect: fc.constantFrom("openai", "anthropic"),
  system: content,
  steps: fc.array(step, { minLength: 1, maxLength: 5 }),
  /** After how many steps each request is sent. */
  sent: fc.array(fc.nat(4), { minLength: 1, maxLength: 4 }),
  gap: fc.constantFrom(0, 20, 299, 301, 500),
  own: fc.constantFrom({}, { cache_control: MARK }),
  automatic: fc.boolean(),
});
type Conversation = typeof conversation extends fc.Arbitrary<infer Value> ? Value : never;

function open(
  { model, dialect, system, steps, sent, gap, own, automatic }: Conversation,
  readings: Readings,
) {
  const isAnthropic = dialect === "anthropic";
  const written = steps.map(isAnthropic ? writeAnthropic : writeOpenai);
  const opening = write(system, "dog");
  const [text = "", ...later] = sent.map((count) => {
    const messages = [user("Go"), ...written.slice(0, count + 1).flat()];
    const body = isAnthropic
      ? { model, max_tokens: 100, system: opening, messages, ...own }
      : { model, messages: [{ role: "system", content: opening }, ...messages] };
    return JSON.stringify(body);
  });
  const turns = later.map((body) => ({ mode: "body" as const, gap, user: "", reply: "", body }));
  const settings: Settings = {
    model,
    region: "intl",
    readings,
    ...(automatic ? { automatic } : {}),
    scenario: { name: "given", duration: 4, reply: "", turns },
  };
  return { text, settings };
}

function search(text: string, settings: Settings) {
  const course = reportPlacements(text, settings, createDocumentOpener(counters));
  let next = course.next();
  while (!next.done) next = course.next();
  return next.value;
}

/** Every placement that is ranked or compared, chosen and played anew, costs what was said of it. */
function expectAsSaid(given: Conversation, readings: Readings): void {
  const { text, settings } = open(given, readings);
  const found = search(text, settings);
  if (!found) throw new Error("The conversation is no request.");
  const said = [
    ...found.search.ranked.map(({ placement, totals }) => ({ placement, totals })),
    ...found.bakeOff.rows.flatMap(({ entrants, totals }) =>
      entrants.flatMap(({ placement }) => (placement.kind === "as-drawn" ? [] : { placement, totals })),
    ),
  ];
  for (const { placement, totals } of said) {
    const chosen = previewPlacement(text, settings, placement);
    if (!chosen.ok) throw new Error("The placement cannot be written.");
    const played = answerWhatIf(chosen.text, chosen.settings, createDocumentOpener(counters));
    expect(played?.totals.cost, JSON.stringify({ placement, readings })).toBeCloseTo(totals.cost ?? -1, 10);
  }
}

/** A search leaves out what the implicit cache may read, and knows one key of one account. */
const CAN_MATTER = SWITCH_IDS.filter((id) => !id.startsWith("implicit") && !isOfAccounts(id));
const SOME = CAN_MATTER.map((id) => ({ id, readings: [...SWITCHES[id].readings] as string[] }));
const someReadings = fc
  .subarray(SOME, { maxLength: 5 })
  .chain((chosen) =>
    fc.tuple(...chosen.map(({ id, readings }) => fc.constantFrom(...readings).map((one) => [id, one]))),
  )
  .map((pairs) => Object.fromEntries(pairs) as Readings);

describe("the search for placements", () => {
  it.each(SOME.flatMap(({ id, readings }) => readings.slice(1).map((reading) => [id, reading])))(
    "says what is played where %s is %s",
    (id, reading) => {
      fc.assert(
        fc.property(conversation, (given) => expectAsSaid(given, { [id]: reading })),
        { numRuns: 3 },
      );
    },
  );

  it("says what is played by several readings at once", () => {
    fc.assert(fc.property(conversation, someReadings, expectAsSaid), { numRuns: 25 });
  });
});
