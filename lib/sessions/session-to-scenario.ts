/** Recorded requests as a document and a scenario: bodies as they were sent, with their real gaps and replies. */
import {
  MAX_BODY_LENGTH,
  MAX_GAP_SECONDS,
  MAX_TEXT_LENGTH,
  MAX_TURNS,
  type Scenario,
  type Turn,
} from "../timeline/scenario";
import { joinAnswer } from "../timeline/write-message";
import { type Failure, fail } from "../values/failure";
import type { Words } from "../words/create-words";
import { type Message, tell } from "../words/message";
import { createResponsesReader } from "./read-responses";
import type { RecordedExchange, RecordedSession } from "./recorded-exchange";
import type { SessionLane } from "./session-view";

export interface SessionScenario {
  /** The first request's body, laid out to be read. */
  readonly text: string;
  /** Null where nothing follows it. */
  readonly scenario: Scenario | null;
  /** What was left out or changed, a sentence each. */
  readonly notes: readonly Message[];
}

export type ScenarioOutcome =
  | ({ readonly ok: true } & SessionScenario)
  /** One sentence. */
  | Failure;

/** Seconds until an answer had ended, where none says so. */
const DURATION = 3;

function replyOf({ answer }: RecordedExchange): Pick<Turn, "reply" | "thinking"> {
  if (!answer) return { reply: "" };
  const calls = answer.calls.map((call) => ({ ...call, result: "" }));
  const reply = joinAnswer({ text: answer.text, thinking: "" }, calls).slice(0, MAX_TEXT_LENGTH);
  const thinking = answer.reasoning.slice(0, MAX_TEXT_LENGTH);
  return { reply, ...(thinking === "" ? {} : { thinking }) };
}

/** The answers of a scenario all take as long as one another: the middle one speaks for them. */
function middleDuration(exchanges: readonly RecordedExchange[]): number {
  const durations = exchanges.flatMap(({ duration }) => duration ?? []).sort((a, b) => a - b);
  return durations[durations.length >> 1] ?? DURATION;
}

const wasAnswered = ({ status, answer }: RecordedExchange): boolean =>
  (status === null || status < 400) && (answer?.error ?? null) === null;

/**
 * The requests of one lane, or all in order of time. Those that were refused, have no body or are too large are left
 * out; the gaps around them stay, so that entries expire as they did.
 * @param lane null = the whole session
 * @param lanes all of the session: where there are several, each request says its own
 * @param words in which the scenario and its lanes are named
 */
export function sessionToScenario(
  session: RecordedSession,
  lane: SessionLane | null,
  lanes: readonly SessionLane[],
  words: Words,
): ScenarioOutcome {
  const nameOf = new Map(
    lanes.flatMap(({ name, requests }) => requests.map((number) => [number, words.say(name)])),
  );
  const laneOf = ({ number }: RecordedExchange): Pick<Turn, "lane"> => {
    const name = lane || lanes.length < 2 ? undefined : nameOf.get(number);
    return name === undefined ? {} : { lane: name };
  };
  const readForm = createResponsesReader();
  const forms = new Map(
    [...session.exchanges]
      .sort((one, other) => one.at - other.at || one.number - other.number)
      .map((exchange) => [exchange.number, readForm(exchange).body]),
  );
  const wanted = lane ? new Set(lane.requests) : null;
  const chats = session.exchanges
    .filter(({ kind, number }) => kind === "chat" && (wanted === null || wanted.has(number)))
    .sort((one, other) => one.at - other.at || one.number - other.number);
  const answered = chats.filter(wasAnswered);
  const usable = answered.flatMap((exchange) => {
    const form = forms.get(exchange.number) ?? null;
    const body = form === null ? null : JSON.stringify(form);
    return body !== null && body.length <= MAX_BODY_LENGTH ? [{ exchange, body }] : [];
  });
  const [first, ...following] = usable;
  if (!first) {
    return fail(tell("sessions.noBody"));
  }
  const kept = following.slice(0, MAX_TURNS);
  let before = first.exchange.at;
  let shortened = 0;
  const turns = kept.map(({ exchange, body }): Turn => {
    const gap = Math.max(0, exchange.at - before);
    before = exchange.at;
    if (gap > MAX_GAP_SECONDS) shortened++;
    return {
      mode: "body",
      gap: Math.min(gap, MAX_GAP_SECONDS),
      user: "",
      ...replyOf(exchange),
      body,
      ...laneOf(exchange),
    };
  });
  const [refused, bodiless] = [chats.length - answered.length, answered.length - usable.length];
  const tooMany = following.length - kept.length;
  const notes = [
    ...(refused > 0 ? [tell("sessions.leftOutRefused", { count: refused })] : []),
    ...(bodiless > 0 ? [tell("sessions.leftOutBodiless", { count: bodiless })] : []),
    ...(tooMany > 0 ? [tell("sessions.leftOutLast", { count: tooMany, most: MAX_TURNS })] : []),
    ...(shortened > 0 ? [tell("sessions.shortened", { count: shortened })] : []),
    ...(usable.some(({ exchange }) => exchange.session) ? [tell("sessions.playedBySession")] : []),
    ...(session.forgotten > 0 ? [tell("sessions.oldestGone")] : []),
  ];
  const name = lane
    ? words.t("sessions.scenarioOfLane", { lane: lane.name })
    : words.t("sessions.scenarioName");
  const scenario: Scenario = {
    name,
    duration: middleDuration(usable.map(({ exchange }) => exchange)),
    reply: replyOf(first.exchange).reply,
    turns,
    ...laneOf(first.exchange),
  };
  return {
    ok: true,
    text: `${JSON.stringify(forms.get(first.exchange.number), null, 2)}\n`,
    scenario: turns.length > 0 ? scenario : null,
    notes,
  };
}
