/** Transcripts of Claude Code: JSON Lines with every message, its usage and its time, but no request. */
import { type DecodedUsage, decodeUsage } from "../../answers/decode-usage";
import { formatNumber } from "../../values/figures";
import { fieldsOf, stringOf } from "../../values/json";
import { type Message, tell } from "../../words/message";
import type { Exchange } from "../exchange";
import { markMessage } from "../rebuild-conversation";
import type { RecordReader, Source, SourceReading } from "../source";
import { standInSystem } from "../stand-in-system";
import { isTranscriptLine } from "./claude-code-line";
import { createMessageWriter, type MessageWriter } from "./claude-code-messages";
import { type Answer, collectSession, type Group, type Session } from "./claude-code-session";

/** The dialect asks for one; a transcript does not hold it. */
const MAX_TOKENS = 32_000;
/** Bodies beyond the most that an import keeps need not be put together. */
const MAX_BODIES = 2_000;

/** The input excludes the cache, whatever other fields stand beside it. */
function readUsage({ usage }: Answer): DecodedUsage | null {
  const fields = fieldsOf(usage);
  if (!fields) return null;
  const { input_tokens, output_tokens, cache_creation, cache_creation_input_tokens } = fields;
  const cache_read_input_tokens = fields.cache_read_input_tokens ?? 0;
  const reading = decodeUsage({
    input_tokens,
    output_tokens,
    cache_creation,
    cache_creation_input_tokens,
    cache_read_input_tokens,
  });
  return reading.ok ? reading.usage : null;
}

/** Tokens written for an hour. */
function writtenForAnHour({ usage }: Answer): number {
  const tokens = fieldsOf(fieldsOf(usage)?.cache_creation)?.ephemeral_1h_input_tokens;
  return typeof tokens === "number" ? tokens : 0;
}

function replyOf({ blocks }: Answer): string {
  const texts = blocks.map((block) => stringOf(fieldsOf(block)?.text));
  return texts.filter((text) => text !== "").join("\n");
}

/** When the line before an answer came, the request was sent. */
function timesOf({ first, until }: Answer): { at: number | null; duration: number | null } {
  const before = first.previous?.answer === null ? first.previous.at : null;
  if (before === null || until === null || before > until) return { at: first.at, duration: null };
  return { at: before, duration: Math.round((until - before) * 1000) / 1000 };
}

function writeBodies(group: Group, name: string, write: MessageWriter, most: number): (object | null)[] {
  const [opening] = group.answers;
  if (!opening) return [];
  const hourly = group.answers.some((answer) => writtenForAnHour(answer) > 0);
  const marker = { type: "ephemeral", ...(hourly ? { ttl: "1h" } : {}) };
  const text = standInSystem(name, readUsage(opening)?.prompt ?? null, write(opening));
  const system = [{ type: "text", text, cache_control: marker }];
  return group.answers.slice(0, most).map((answer) => {
    const messages = write(answer);
    // An answer of which no question is known cannot be asked again.
    if (messages.length === 0) return null;
    return {
      model: answer.model ?? undefined,
      max_tokens: MAX_TOKENS,
      system,
      messages: markMessage(messages, messages.length - 1, marker),
    };
  });
}

/** `main` and `sub-agent 1`; several sessions are numbered; null where there is only one conversation. */
function nameGroups(groups: readonly Group[]): ReadonlyMap<Group, string | null> {
  const sides = groups.filter(({ isSide }) => isSide);
  const mains = groups.filter(({ isSide }) => !isSide);
  const nameMain = (index: number) => (mains.length > 1 ? `session ${index + 1}` : "main");
  return new Map<Group, string | null>([
    ...mains.map((group, index) => [group, groups.length === 1 ? null : nameMain(index)] as const),
    ...sides.map((group, index) => [group, `sub-agent ${index + 1}`] as const),
  ]);
}

function listExchanges(session: Session): Exchange[] {
  const write = createMessageWriter(session);
  const names = nameGroups(session.groups);
  let left = MAX_BODIES;
  const exchanges = session.groups.flatMap((group) => {
    const conversation = names.get(group) ?? null;
    const bodies = writeBodies(group, conversation ?? "the main agent", write, left);
    left -= bodies.length;
    return group.answers.map((answer, index) => {
      const { place, model } = answer;
      const body: unknown = bodies[index] ?? null;
      const usage = readUsage(answer);
      const reply = replyOf(answer);
      return {
        order: answer.first.order,
        exchange: { place, ...timesOf(answer), body, reply, usage, model, conversation },
      };
    });
  });
  return exchanges.toSorted((a, b) => a.order - b.order).map(({ exchange }) => exchange);
}

function explain({ groups, copies, additions }: Session, exchanges: readonly Exchange[]): Message[] {
  if (exchanges.length === 0) return [];
  const hourly = groups.some(({ answers }) => answers.some((answer) => writtenForAnHour(answer) > 0));
  const sides = groups.filter(({ isSide }) => isSide).length;
  return [
    tell("importSources.claudeUsage"),
    tell("importSources.messagesRebuilt"),
    tell("importSources.claudeSystem"),
    tell(hourly ? "importSources.claudeMarkersHour" : "importSources.claudeMarkers"),
    ...(sides > 0 ? [tell("importSources.claudeAgents", { count: sides })] : []),
    ...(copies > 0 ? [tell("importSources.claudeCopies", { count: formatNumber(copies) })] : []),
    ...(additions > 0 ? [tell("importSources.claudeAdditions", { count: additions })] : []),
    ...(exchanges.some(({ usage }) => usage === null) ? [tell("importSources.claudeUnread")] : []),
  ];
}

function openReader(): RecordReader {
  const lines = collectSession();
  return {
    take: lines.take,
    end(): SourceReading {
      const session = lines.end();
      const exchanges = listExchanges(session);
      return {
        title: tell("importSources.claudeTitle", { count: exchanges.length }),
        exchanges,
        understood: explain(session, exchanges),
        dropped: session.dropped,
        redacted: [],
      };
    },
  };
}

/**
 * Lines of `~/.claude/projects/<project>/<session>.jsonl`, also of its sub-agents.
 * Placement of the markers: https://code.claude.com/docs/en/prompt-caching (2026-11).
 */
export const claudeCode: Source = {
  kind: "claude-code",
  recognises: isTranscriptLine,
  open: openReader,
};
