/** Chats of Qwen Code: JSON Lines with every message and the tokens of every answer, but no request. */
import type { DecodedUsage } from "../../answers/decode-usage";
import { formatNumber } from "../../values/figures";
import { fieldsOf, readNumber, stringOf } from "../../values/json";
import { type Said, tell } from "../../words/message";
import { createDropList } from "../drop-list";
import type { Exchange } from "../exchange";
import { readUsage } from "../read-answer";
import { nameOf } from "../read-fields";
import { readTime } from "../read-time";
import { type ChainNode, followChain, markMessage } from "../rebuild-conversation";
import type { RecordReader, Source } from "../source";
import { standInSystem } from "../stand-in-system";
import { type Turn, textOfTurn, writeOpenAi } from "../write-turns";
import { readParts } from "./gemini-parts";

interface Line extends ChainNode {
  readonly previous: Line | null;
  readonly place: Said;
  readonly at: number | null;
  readonly turn: Turn | null;
  /** Messages of the turn, the same objects in every request. */
  readonly messages: readonly object[];
  readonly isAnswer: boolean;
  readonly usage: DecodedUsage | null;
  readonly model: string | null;
}

/** A call as the program's own telemetry tells it. */
interface Call {
  readonly place: Said;
  /** Epoch seconds at its end. */
  readonly until: number | null;
  readonly seconds: number | null;
  readonly model: string | null;
  readonly usage: DecodedUsage | null;
  readonly agent: string | null;
  readonly order: number;
}

const MARKER = { type: "ephemeral" };
const MAX_BODIES = 2_000;

function recognises(record: unknown): boolean {
  const line = fieldsOf(record);
  if (!line || typeof line.sessionId !== "string" || typeof line.type !== "string") return false;
  if (typeof line.uuid !== "string" || "isSidechain" in line) return false;
  return "usageMetadata" in line || "systemPayload" in line || "parts" in (fieldsOf(line.message) ?? {});
}

function readCall(event: unknown, place: Said, order: number): Call | null {
  const fields = fieldsOf(event);
  if (fields?.["event.name"] !== "qwen-code.api_response") return null;
  const milliseconds = readNumber(fields.duration_ms);
  const prompt = stringOf(fields.prompt_id);
  return {
    place,
    order,
    until: readTime(fields["event.timestamp"]),
    seconds: milliseconds !== null && milliseconds >= 0 ? milliseconds / 1000 : null,
    model: nameOf(fields.model),
    usage: readUsage({
      promptTokenCount: fields.input_token_count,
      candidatesTokenCount: fields.output_token_count,
      cachedContentTokenCount: fields.cached_content_token_count,
    }),
    agent: nameOf(fields.subagent_name) ?? nameOf(/#([a-z][\w-]*)#\d+$/i.exec(prompt)?.[1]),
  };
}

const isSameCall = (call: Call, { usage }: Line): boolean =>
  call.agent === null &&
  call.usage !== null &&
  call.usage.prompt === usage?.prompt &&
  call.usage.completion === usage.completion;

function openReader(): RecordReader {
  const lines: Line[] = [];
  const byId = new Map<string, Line>();
  const calls: Call[] = [];
  const drops = createDropList();
  let order = 0;
  let unread = 0;

  function take(record: unknown, place: Said): void {
    const fields = fieldsOf(record);
    if (!fields || typeof fields.type !== "string") {
      drops.add(tell("importSources.chatNoLine", { place }));
      return;
    }
    order += 1;
    const id = nameOf(fields.uuid);
    if (id && byId.has(id)) return;
    const call = readCall(fieldsOf(fields.systemPayload)?.uiEvent, place, order);
    if (call) calls.push(call);
    const role = stringOf(fieldsOf(fields.message)?.role);
    const isAnswer = fields.type === "assistant" || role === "model";
    const parts = readParts(fields.message);
    unread += parts.unread;
    const turn: Turn = { role: isAnswer ? "assistant" : "user", items: parts.items };
    const usage = isAnswer ? readUsage(fields.usageMetadata) : null;
    const isBroken = isAnswer && usage === null && fieldsOf(fields.usageMetadata) !== null;
    if (isBroken) drops.add(tell("importSources.chatUsageBroken", { place }));
    const line: Line = {
      order,
      place,
      parent: fields.parentUuid === null ? null : (nameOf(fields.parentUuid) ?? undefined),
      previous: lines.at(-1) ?? null,
      at: readTime(fields.timestamp),
      turn,
      messages: writeOpenAi(turn),
      isAnswer,
      usage,
      model: nameOf(fields.model),
    };
    lines.push(line);
    if (id) byId.set(id, line);
  }

  /** Takes the telemetry of an answer out of the list, so that what stays are calls without messages. */
  function takeCall(line: Line): Call | null {
    const at = calls.findIndex((call) => isSameCall(call, line));
    return at < 0 ? null : (calls.splice(at, 1)[0] ?? null);
  }

  function writeBody(line: Line, system: string): object {
    const content = [{ type: "text", text: system, cache_control: MARKER }];
    const messages = [{ role: "system", content }, ...listMessages(line)];
    return { model: line.model ?? undefined, messages: markMessage(messages, messages.length - 1, MARKER) };
  }

  const listMessages = (line: Line) => followChain(line, byId).nodes.flatMap(({ messages }) => messages);

  function listExchanges(): Exchange[] {
    // A response without usage is one that broke off, or a line of a reply that goes on.
    const answers = lines.filter(({ isAnswer, usage }) => isAnswer && usage !== null);
    const [opening] = answers;
    const system = opening
      ? standInSystem("the agent", opening.usage?.prompt ?? null, listMessages(opening))
      : "";
    const main = answers.map((line, index) => {
      const call = takeCall(line);
      const until = call?.until ?? line.at;
      const sent = call?.seconds != null && until !== null ? until - call.seconds : null;
      const exchange: Exchange = {
        place: line.place,
        at: sent ?? line.at,
        duration: sent === null ? null : (call?.seconds ?? null),
        body: index < MAX_BODIES ? writeBody(line, system) : null,
        reply: line.turn ? textOfTurn(line.turn) : "",
        usage: line.usage,
        model: line.model ?? call?.model ?? null,
        conversation: "main",
      };
      return { order: line.order, exchange };
    });
    const agents = [...new Set(calls.map(({ agent }) => agent ?? ""))];
    const side = calls.map(({ agent, place, until, seconds, usage, model, order: at }) => {
      const sent = until !== null && seconds !== null ? until - seconds : until;
      const conversation = `sub-agent ${agents.indexOf(agent ?? "") + 1}`;
      const exchange: Exchange = {
        place,
        at: sent,
        duration: seconds,
        body: null,
        reply: "",
        usage,
        model,
        conversation,
      };
      return { order: at, exchange };
    });
    const all = [...main, ...side].toSorted((a, b) => a.order - b.order).map(({ exchange }) => exchange);
    return side.length > 0 ? all : all.map((exchange) => ({ ...exchange, conversation: null }));
  }

  return {
    take,
    end() {
      const exchanges = listExchanges();
      const unseen = exchanges.filter(
        ({ body, conversation }) => body === null && conversation !== "main",
      ).length;
      const understood = [
        tell("importSources.chatUsage"),
        tell("importSources.messagesRebuilt"),
        tell("importSources.chatSystem"),
        tell("importSources.chatMarkers"),
        ...(unseen > 0 ? [tell("importSources.chatUnseen", { count: unseen })] : []),
        ...(unread > 0 ? [tell("importSources.chatUnread", { count: formatNumber(unread) })] : []),
      ];
      return {
        title: tell("importSources.chatTitle", { count: exchanges.length }),
        exchanges,
        understood: exchanges.length > 0 ? understood : [],
        dropped: drops.sentences(),
        redacted: [],
      };
    },
  };
}

/**
 * Lines of `~/.qwen/projects/<project>/chats/<session>.jsonl`.
 * Markers on the system text and the last message: https://github.com/QwenLM/qwen-code, version 0.24.4 (2026-11-21).
 */
export const qwenCodeChat: Source = { kind: "qwen-code-chat", recognises, open: openReader };
