/** `POST /api/v1/compare`: plays one conversation on several cache systems, each by its own rules and prices. */
import { compareSystems } from "../compare/compare-systems";
import { type AskedSystem, type ComparedSystem, isRoute } from "../compare/compared-system";
import { type GivenRequest, isPrompt } from "../compare/given-request";
import { isModelStudio } from "../compare/play-model-studio";
import type { Readings } from "../offers/readings";
import {
  NO_SERVICE_COUNTERS,
  SERVICE_VOCABULARIES,
  type ServiceCounters,
  type ServiceVocabulary,
} from "../tokens/service-counters";
import type { CounterFor } from "../tokens/token-counter";
import { isObject } from "../values/json";
import { tell } from "../words/message";
import type { Checked } from "./check-shape";
import { type BodyForm, checkCompareRequest, type SegmentForm } from "./compare-request";
import { readBody, refuse } from "./request-shape";

interface CompareResponse {
  /** In the order they were asked for. */
  readonly systems: readonly ComparedSystem[];
  /** Those that were asked for, where the documentation of Model Studio leaves it open; absent = none. */
  readonly readings?: Readings;
}

export type CompareResult = Checked<CompareResponse>;

function readRequest(request: SegmentForm | BodyForm, place: string): Checked<GivenRequest> {
  const { at, duration, firstToken = duration, completion, conversation = null } = request;
  const timing = { at, duration, firstToken, completion, conversation };
  if ("body" in request) {
    const read = readBody(request.body, place);
    return read.ok ? { ok: true, value: { ...timing, prompt: read.value } } : read;
  }
  const { segments, markers } = request;
  const value = {
    ...timing,
    segments,
    markers: markers.map((marker) => {
      if (typeof marker === "number") return { after: marker };
      const { after, ttl } = marker;
      return ttl === undefined ? { after } : { after, ttl };
    }),
  };
  return { ok: true, value };
}

/** Model Studio's systems need a model's name for every request: their own, or that of the body. */
function findUnnamed(
  systems: readonly AskedSystem[],
  requests: readonly GivenRequest[],
  at: string,
): Checked<null> {
  const unnamed = requests.findIndex((request) => !isPrompt(request) || request.prompt.model === null);
  for (const [order, asked] of systems.entries()) {
    const place = `${at}/${order}`;
    if (isRoute(asked)) {
      const inside = findUnnamed(asked.members, requests, `${place}/options/members`);
      if (!inside.ok) return inside;
    } else if (isModelStudio(asked.system) && asked.model === null && unnamed >= 0) {
      return refuse(`${place}/model`, tell("api.modelUnnamed", { place: `/requests/${unnamed}` }));
    }
  }
  return { ok: true, value: null };
}

/** The vocabularies that a body may need, before it is checked: none where no request has its text. */
export function listTextVocabularies(body: unknown): readonly ServiceVocabulary[] {
  const requests = isObject(body) && Array.isArray(body.requests) ? (body.requests as unknown[]) : [];
  return requests.some((request) => isObject(request) && "body" in request) ? SERVICE_VOCABULARIES : [];
}

/**
 * Plays `{ on?, explain?, readings?, requests, systems }`. Bad input gives an error that says what is wrong and where.
 * @param serviceCounters the vocabularies at hand besides Qwen's
 */
export function compareBody(
  body: unknown,
  counterFor: CounterFor,
  serviceCounters: ServiceCounters = NO_SERVICE_COUNTERS,
): CompareResult {
  const checked = checkCompareRequest(body);
  if (!checked.ok) return checked;
  const { on, explain = true, readings = {}, systems } = checked.value;
  const told = Object.keys(readings).length > 0 ? { readings } : {};
  const requests: GivenRequest[] = [];
  for (const [index, request] of checked.value.requests.entries()) {
    const read = readRequest(request, `/requests/${index}`);
    if (!read.ok) return read;
    requests.push(read.value);
  }
  const named = findUnnamed(systems, requests, "/systems");
  if (!named.ok) return named;
  const comparison = { requests, systems, explain, ...(on === undefined ? {} : { on }), ...told };
  const compared = [...compareSystems(comparison, { counterFor, serviceCounters })];
  return { ok: true, value: { systems: compared, ...told } };
}
