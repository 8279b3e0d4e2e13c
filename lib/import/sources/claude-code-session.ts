/** Collects the lines of a Claude Code transcript: who said what after what, and one answer per response. */

import { fieldsOf, listOf } from "../../values/json";
import { type Said, tell } from "../../words/message";
import { createDropList } from "../drop-list";
import { nameOf, writeJson } from "../read-fields";
import { type ChainNode, partsOf } from "../rebuild-conversation";
import { readLine, type TranscriptLine } from "./claude-code-line";

/** One response of the service, of whatever number of lines. */
export interface Answer {
  readonly place: Said;
  readonly first: SessionNode;
  readonly blocks: unknown[];
  model: string | null;
  /** That of the last line. */
  usage: unknown;
  /** Epoch seconds of the last line. */
  until: number | null;
}

export interface SessionNode extends ChainNode {
  readonly previous: SessionNode | null;
  readonly at: number | null;
  readonly group: Group;
  /** Of a user's line. */
  readonly content: unknown;
  /** That the line belongs to. */
  answer: Answer | null;
}

/** A conversation: the main one of a session, or a sub-agent's. */
export interface Group {
  readonly isSide: boolean;
  last: SessionNode | null;
  readonly answers: Answer[];
}

export interface Session {
  readonly groups: readonly Group[];
  readonly byId: ReadonlyMap<string, SessionNode>;
  /** Lines with the result of a tool call, by the call's id. */
  readonly results: ReadonlyMap<string, SessionNode>;
  /** Lines of a response that is already there in another conversation. */
  readonly copies: number;
  /** Lines that Claude Code added to a request in a form the transcript does not tell. */
  readonly additions: number;
  readonly dropped: readonly Said[];
}

export function collectSession() {
  const groups = new Map<string, Group>();
  const byId = new Map<string, SessionNode>();
  const results = new Map<string, SessionNode>();
  const answers = new Map<string, Answer>();
  const drops = createDropList();
  let order = 0;
  let copies = 0;
  let additions = 0;
  let lastSide: Group | null = null;

  function groupOf({ session, isSidechain, agent, parent }: TranscriptLine): Group {
    const known =
      isSidechain && !agent && parent !== null ? (parent && byId.get(parent)?.group) || lastSide : null;
    const key = isSidechain ? `agent ${agent ?? `from ${order}`}` : `session ${session}`;
    const group = known?.isSide
      ? known
      : (groups.get(key) ?? { isSide: isSidechain, last: null, answers: [] });
    if (!known?.isSide) groups.set(key, group);
    if (isSidechain) lastSide = group;
    return group;
  }

  function addNode(
    line: TranscriptLine,
    group: Group,
    made: Pick<SessionNode, "content" | "answer">,
  ): SessionNode {
    order += 1;
    const node = { ...made, order, parent: line.parent, previous: group.last, at: line.at, group };
    if (line.id) byId.set(line.id, node);
    group.last = node;
    return node;
  }

  function takeAnswer(line: TranscriptLine, place: Said): void {
    const { message } = line;
    const group = groupOf(line);
    if (!message) {
      drops.add(tell("importSources.claudeNoMessage", { place }));
      return;
    }
    if (message.model === "<synthetic>") {
      drops.add(tell("importSources.claudeNote", { place }));
      addNode(line, group, { content: null, answer: null });
      return;
    }
    const key = nameOf(message.id) ? `${nameOf(message.id)} ${line.requestId ?? ""}` : `line ${order}`;
    const known = answers.get(key);
    if (known && known.first.group !== group) copies += 1;
    const first = addNode(line, group, { content: null, answer: known ?? null });
    const answer = known ?? {
      place,
      first,
      blocks: [],
      model: null,
      usage: null,
      until: null,
    };
    if (!known) {
      answers.set(key, answer);
      group.answers.push(answer);
      first.answer = answer;
    } else if (known.first.group !== group) return;
    answer.model = nameOf(message.model) ?? answer.model;
    answer.usage = fieldsOf(message.usage) ?? answer.usage;
    answer.until = line.at ?? answer.until;
    for (const block of partsOf(message.content)) {
      const text = writeJson(block);
      const isNew = text !== "" && answer.blocks.every((known) => writeJson(known) !== text);
      if (isNew) answer.blocks.push(block);
    }
  }

  function takeUser(line: TranscriptLine, place: Said): void {
    const content = line.message?.content;
    const group = groupOf(line);
    if (typeof content !== "string" && !Array.isArray(content)) {
      drops.add(tell("importSources.claudeNoContent", { place }));
      return;
    }
    const node = addNode(line, group, { content, answer: null });
    for (const part of listOf(content)) {
      const call = nameOf(fieldsOf(part)?.tool_use_id);
      if (call && !results.has(call)) results.set(call, node);
    }
  }

  return {
    take(record: unknown, place: Said): void {
      const line = readLine(record);
      if (!line) drops.add(tell("importSources.claudeNoLine", { place }));
      // A session that was resumed repeats its lines.
      else if (line.id && byId.has(line.id)) copies += line.type === "assistant" ? 1 : 0;
      else if (line.type === "assistant") takeAnswer(line, place);
      else if (line.type === "user") takeUser(line, place);
      else if (line.id) {
        if (fieldsOf(record)?.type === "attachment") additions += 1;
        addNode(line, groupOf(line), { content: null, answer: null });
      }
    },
    end: (): Session => ({
      groups: [...groups.values()].filter((group) => group.answers.length > 0),
      byId,
      results,
      copies,
      additions,
      dropped: drops.sentences(),
    }),
  };
}
