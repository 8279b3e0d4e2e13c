/** Writes out a scenario: every request as a prompt, its start time and the reply it gets. */
import type { ChangingText } from "../changing/changing-text";
import type { Prompt } from "../prompt/prompt";
import { type Said, tell } from "../words/message";
import { type Conversation, openConversation } from "./conversation";
import { labelEvent } from "./describe-event";
import { createFillerBudget } from "./filler-budget";
import { answerGivenCalls, type GivenAnswer } from "./given-answer";
import { labelRequest } from "./label-request";
import { readBody } from "./play-body";
import { applyEvent } from "./play-events";
import { appendQuestion, appendRound, replaceQuestion } from "./play-turn";
import { createRewriter, hasClock } from "./rewrite-changing";
import type { Scenario, ToolRound, Turn } from "./scenario";
import { createLineWriter } from "./system-lines";
import { type Answer, type AnsweredCall, joinAnswer } from "./write-message";

/** `copy`: one of several at the same instant that the conversation does not go on from. */
export type RequestKind = "request" | "tool-round" | "ping" | "copy";

export interface ScriptedPrompt {
  /** Seconds from the first request. */
  readonly at: number;
  readonly duration: number;
  readonly prompt: Prompt;
  /** All that the model writes, its reasoning and calls included. */
  readonly reply: string;
  /** Tokens of the response where the scenario names them; otherwise those of `reply` count. */
  readonly completionTokens?: number;
  /** Index of the turn that made it; -1 for the document's own request. */
  readonly turn: number;
  readonly kind: RequestKind;
  /** What it is, in a few words. */
  readonly label: Said;
  /** What changed just before it, in a few words each. */
  readonly events: readonly Said[];
}

/** Something in a scenario that could not be played. */
export interface ScriptProblem {
  readonly turn: number;
  /** One sentence. */
  readonly message: Said;
}

export interface Script {
  /** In order of time, the document's own request first. */
  readonly requests: readonly ScriptedPrompt[];
  readonly problems: readonly ScriptProblem[];
}

/** Bounds of what one scenario may become. */
export const MAX_REQUESTS = 5_000;
/** Messages of all its requests together. */
export const MAX_SCRIPTED_MESSAGES = 1_000_000;
const MAX_PROBLEMS = 100;

type Sent = Omit<ScriptedPrompt, "at" | "duration">;

/**
 * Plays a scenario. A marker on the document's last message rolls along to the last message of every request; all
 * other markers stay where they are drawn. Messages that do not change are the same objects in every prompt, so that
 * what is known of them need not be found out again. Never throws: what cannot be played is a problem.
 * @param given what was really answered to the requests, by their order: it enters the conversation instead of the
 * script's replies, and rounds of tools end where no tool was called
 * @param told how the document's changing words change; null = they stay as they stand, as they do where requests are
 * given verbatim
 */
export function playScenario(
  first: Prompt,
  scenario: Scenario,
  given: readonly (GivenAnswer | undefined)[] = [],
  told: readonly ChangingText[] | null = null,
): Script {
  const requests: ScriptedPrompt[] = [];
  const problems: ScriptProblem[] = [];
  const changing = scenario.turns.some(({ mode }) => mode === "body") ? null : told;
  const putLines = createLineWriter();
  const rewrite = changing ? createRewriter(changing) : null;
  const runsClock = changing !== null && hasClock(first, changing);
  const filler = createFillerBudget();
  /** By lane, its last request that was given verbatim. */
  const lastOf = new Map<string | undefined, Prompt>();
  let conversation = openConversation(first);
  let answer = answerOf(0, { text: scenario.reply, thinking: "" });
  let sent = first;
  let at = 0;
  let messages = 0;
  let isFull = false;

  /** The request that a conversation makes now: with the lines that events put there, and what has changed meanwhile. */
  function writeLines(from: Conversation, time: number, goesOn = true): Prompt {
    const prompt = putLines(from, time);
    return rewrite ? rewrite(prompt, { at: time, number: requests.length }, goesOn) : prompt;
  }

  /** An answer without a text, such as calls that nothing answers, leaves the script's own in place. */
  function answerOf(request: number, scripted: Answer): Answer {
    const real = given[request];
    return real && real.text !== "" ? { text: real.text, thinking: real.thinking } : scripted;
  }

  function report(turn: number, message: Said): void {
    if (problems.length < MAX_PROBLEMS) problems.push({ turn, message });
  }

  function stop(turn: number, message: Said): void {
    if (!isFull) report(turn, message);
    isFull = true;
  }

  function send(request: Sent): void {
    const { prompt, turn } = request;
    if (prompt !== sent) messages += prompt.messages.length;
    if (requests.length >= MAX_REQUESTS) stop(turn, tell("turns.tooManyRequests"));
    if (messages > MAX_SCRIPTED_MESSAGES) stop(turn, tell("turns.tooLong"));
    if (filler.isSpent()) stop(turn, tell("turns.tooMuchFiller"));
    if (!isFull) requests.push({ at, duration: scenario.duration, ...request });
  }

  /** Applies what happens before a turn's request; gives the labels of what took effect. */
  function applyEvents(turn: Turn, index: number): Said[] {
    return (turn.events ?? []).flatMap((event) => {
      // The document's own clock is the one that runs.
      if (event.kind === "clock" && runsClock) return [labelEvent(event)];
      const applied = applyEvent(conversation, event, turn.mode !== "append");
      conversation = applied.conversation;
      if (applied.problem === null) return [labelEvent(event)];
      report(index, applied.problem);
      return [];
    });
  }

  function ask(from: Conversation, { mode }: Turn, question: string): Conversation {
    if (mode === "append") return appendQuestion(from, answer, question);
    return mode === "replace" ? replaceQuestion(from, question) : from;
  }

  function answerCalls({ calls }: ToolRound, seed: (slot: number) => number): AnsweredCall[] {
    return calls.map((call, index) => ({
      ...call,
      result: call.resultTokens === undefined ? call.result : filler.write(call.resultTokens, seed(index)),
    }));
  }

  /** The request of a turn with its copies, then one more request for every round of tools. */
  function playRequest(turn: Turn, index: number, time: number, events: readonly Said[]): void {
    const { copies = 1, times = 1, rounds = [], userTokens, replyTokens, thinking = "" } = turn;
    const from = conversation;
    const seedOf = (round: number, slot: number): number => (index * 7919 + round) * 101 + slot;
    const played = rounds.map((round, order) => ({
      gap: round.gap,
      thinking: round.thinking ?? "",
      calls: answerCalls(round, (slot) => seedOf(time * 131 + order, slot + 2)),
    }));
    const text = replyTokens === undefined ? turn.reply : filler.write(replyTokens, seedOf(time, 0));
    const last: Answer = { text, thinking };
    const byTokens = replyTokens !== undefined && thinking === "" ? { completionTokens: replyTokens } : {};
    /** What the model answers to the request before a round: its calls, or the last answer where no round follows. */
    const replyBefore = (order: number): Pick<Sent, "reply" | "completionTokens"> => {
      const round = played[order];
      return round
        ? { reply: joinAnswer({ text: "", thinking: round.thinking }, round.calls) }
        : { reply: joinAnswer(last), ...byTokens };
    };
    let asked = requests.length;
    for (let copy = 1; copy <= copies && !isFull; copy++) {
      const number = (time - 1) * copies + copy;
      const question =
        userTokens === undefined
          ? turn.user.replaceAll("{n}", String(number))
          : filler.write(userTokens, seedOf(number, 1));
      const next = ask(from, turn, question);
      const prompt = writeLines(next, at, copy === 1);
      const label = labelRequest(turn.mode, { copy, copies, time, times });
      if (copy === 1) {
        conversation = next;
        send({ prompt, ...replyBefore(0), turn: index, kind: "request", label, events });
        sent = prompt;
      } else {
        send({ prompt, ...replyBefore(0), turn: index, kind: "copy", label, events: [] });
      }
    }
    for (const [order, round] of played.entries()) {
      if (isFull) return;
      const real = given[asked];
      if (real?.calls.length === 0) break;
      const calls = real ? answerGivenCalls(real, round.calls) : round.calls;
      at += round.gap;
      conversation = appendRound(conversation, calls, real?.thinking ?? round.thinking);
      const prompt = writeLines(conversation, at);
      const label = tell("turns.toolRoundOf", { round: order + 1, rounds: played.length });
      asked = requests.length;
      send({ prompt, ...replyBefore(order + 1), turn: index, kind: "tool-round", label, events: [] });
      sent = prompt;
    }
    answer = answerOf(asked, last);
  }

  function playPing({ mode, times = 1 }: Turn, index: number, time: number, events: readonly Said[]): void {
    if (events.length > 0) sent = writeLines(conversation, at);
    const label = labelRequest(mode, { copy: 1, copies: 1, time, times });
    send({ prompt: sent, reply: "", completionTokens: 1, turn: index, kind: "ping", label, events });
  }

  function playTurn(turn: Turn, index: number): void {
    const { mode, gap, times = 1 } = turn;
    if (mode === "body") {
      const { prompt, problem } = readBody(turn.body ?? "", lastOf.get(turn.lane) ?? conversation.prompt);
      if (!prompt) {
        report(index, tell("turns.bodyUnread", { problem }));
        // What follows keeps its time.
        at += gap * times;
        return;
      }
      conversation = openConversation(prompt);
      lastOf.set(turn.lane, prompt);
    }
    const events = applyEvents(turn, index);
    for (let time = 1; time <= times && !isFull; time++) {
      at += gap;
      const play = mode === "ping" ? playPing : playRequest;
      play(turn, index, time, time === 1 ? events : []);
    }
  }

  send({
    prompt: first,
    reply: scenario.reply,
    turn: -1,
    kind: "request",
    label: tell("turns.document"),
    events: [],
  });
  for (const [index, turn] of scenario.turns.entries()) {
    if (isFull) break;
    playTurn(turn, index);
  }
  return { requests, problems };
}

/** The requests of a scenario, without what could not be played. */
export const scriptPrompts = (first: Prompt, scenario: Scenario): readonly ScriptedPrompt[] =>
  playScenario(first, scenario).requests;
