/** `POST /api/v1/simulate`: plays requests given as bodies or as text-free segments. */

import type { LedgerRow } from "../bill/ledger";
import type { Totals } from "../bill/totals";
import type { Blocks } from "../layout/blocks";
import { defaultTail } from "../layout/default-tail";
import { createPrefixIndex, type PrefixIndex } from "../layout/prefix-index";
import { findModel } from "../offers/catalogue";
import type { Region } from "../offers/model";
import { findRules, type ModelStudioRules } from "../offers/model-studio-offer";
import type { Readings } from "../offers/readings";
import type { Prompt } from "../prompt/prompt";
import type { ImplicitReads } from "../systems/implicit-reads";
import { layOutPrompt, layOutSegments } from "../systems/lay-out";
import { createRewriter } from "../timeline/rewrite-changing";
import { simulate } from "../timeline/simulate";
import type { TimedRequest } from "../timeline/timed-request";
import { measurePrompt } from "../tokens/measure";
import type { CounterFor } from "../tokens/token-counter";
import { leastOf } from "../values/long-lists";
import { tell } from "../words/message";
import type { Checked } from "./check-shape";
import { readBody, refuse } from "./request-shape";
import { type BodyForm, checkSimulateRequest, type SegmentForm } from "./simulate-request";

interface SimulateResponse {
  /** In the order given. Pointers of reasons lie within the request of the turn (its body, where it has one). */
  readonly turns: readonly LedgerRow[];
  readonly totals: Totals;
  /** Those that were asked for, where the documentation leaves it open; absent = none. */
  readonly readings?: Readings;
}

export type SimulateResult = Checked<SimulateResponse>;

/** `blocks` of the text-free form, for the next one to share. */
type TimedApiRequest = TimedRequest & { readonly blocks?: Blocks };

const DEFAULT_REGION: Region = "intl";

type RulesOf = (model: string) => ModelStudioRules;

/** What both forms of a request have in common. */
const timingOf = ({ at, duration, completion, ttl, automatic }: SegmentForm | BodyForm) => ({
  at,
  duration,
  completion,
  ...(ttl ? { ttl } : {}),
  ...(automatic ? { automatic } : {}),
});

function prepareSegments(
  request: SegmentForm,
  place: string,
  outerModel: string | undefined,
  index: PrefixIndex,
  rulesOf: RulesOf,
  previous: Blocks | undefined,
): Checked<TimedApiRequest> {
  if (outerModel === undefined) return refuse("/model", tell("api.modelNoBody", { place }));
  const { segments, markers } = request;
  const model = findModel(outerModel);
  const tail = request.tail ?? defaultTail(model);
  const laidOut = layOutSegments(
    { model, modelName: outerModel, segments, markers, tail, rules: rulesOf(outerModel) },
    index,
    previous,
  );
  return { ok: true, value: { ...timingOf(request), ...laidOut } };
}

function prepareBody(
  request: BodyForm,
  place: string,
  outerModel: string | undefined,
  counterFor: CounterFor,
  index: PrefixIndex,
  rulesOf: RulesOf,
  rewrite: (prompt: Prompt, at: number) => Prompt,
): Checked<TimedApiRequest> {
  const read = readBody(request.body, place);
  if (!read.ok) return read;
  const given = read.value;
  const prompt = rewrite(given, request.at);
  const modelName = prompt.model ?? outerModel;
  if (modelName === undefined) return refuse("/model", tell("api.modelNotInBody", { place }));
  const model = findModel(modelName);
  const rules = rulesOf(modelName);
  const measured = measurePrompt(prompt, model, counterFor, undefined, rules.readings);
  const laidOut = layOutPrompt(prompt, measured, model, index, modelName, rules);
  return {
    ok: true,
    value: { ...timingOf(request), ...laidOut, measured, counter: counterFor(model) },
  };
}

/**
 * Plays `{ model, system?, region?, implicit?, explain?, on?, prices?, changing?, readings?, requests }`. A model in a request's body wins over the outer one; the
 * region defaults to `intl` (Singapore), whose prices count then, while no cache is denied because of it. Bad input gives an error that says what is wrong and where.
 */
export function simulateBody(body: unknown, counterFor: CounterFor): SimulateResult {
  const checked = checkSimulateRequest(body);
  if (!checked.ok) return checked;
  const { model, region, system, implicit, explain, prices, on, changing, readings, requests } =
    checked.value;
  const told = readings && Object.keys(readings).length > 0 ? { readings } : {};
  const index = createPrefixIndex();
  const known = new Map<string, ModelStudioRules>();
  const rulesOf: RulesOf = (name) => {
    const rules = known.get(name) ?? findRules(name, region ?? null, { prices: prices ?? [], ...told });
    known.set(name, rules);
    return rules;
  };
  const begun = leastOf(requests.map(({ at }) => at));
  const change = changing ? createRewriter(changing) : null;
  const timed: TimedRequest[] = [];
  /** The newest text-free layout, whose cuts the next one may share. */
  let previous: Blocks | undefined;
  for (const [order, request] of requests.entries()) {
    const place = `/requests/${order}`;
    const prepared =
      "body" in request
        ? prepareBody(request, place, model, counterFor, index, rulesOf, (prompt, at) =>
            change ? change(prompt, { at: Math.max(0, at - begun), number: order }) : prompt,
          )
        : prepareSegments(request, place, model, index, rulesOf, previous);
    if (!prepared.ok) return prepared;
    previous = prepared.value.blocks ?? previous;
    timed.push(prepared.value);
  }
  const reads: ImplicitReads = implicit ?? (system === "model-studio-implicit" ? "always" : "never");
  const { turns, totals } = simulate({
    requests: timed,
    region: region ?? DEFAULT_REGION,
    ...(region === undefined ? { isRegionAssumed: true } : {}),
    implicit: reads,
    ...(system ? { system } : {}),
    ...(explain === undefined ? {} : { explain }),
    ...(prices ? { prices } : {}),
    ...(on === undefined ? {} : { on }),
    ...told,
  });
  return { ok: true, value: { turns, totals, ...told } };
}
