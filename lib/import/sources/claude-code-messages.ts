/** The messages of a request of Claude Code, from the lines before its answer. */

import { fieldsOf } from "../../values/json";
import { nameOf } from "../read-fields";
import { followChain, partsOf } from "../rebuild-conversation";
import type { Answer, Session, SessionNode } from "./claude-code-session";

/** Writes the messages that precede an answer; equal ones are the same objects in every request. */
export type MessageWriter = (answer: Answer) => object[];

/** The messages up to a line; a request mostly goes on where the one before it ended. */
interface Draft {
  /** The last line that is in it. */
  tip: SessionNode | null;
  readonly lines: Set<SessionNode>;
  readonly messages: object[];
  /** The user's lines since the last answer: they become one message. */
  users: SessionNode[];
  readonly said: Set<Answer>;
}

const startDraft = (): Draft => ({ tip: null, lines: new Set(), messages: [], users: [], said: new Set() });

/** Results of an answer's calls whose lines are on another branch: parallel calls hang below one another. */
function listStrayResults(answer: Answer, { lines }: Draft, { results }: Session, before: number) {
  const calls = answer.blocks.map((block) => nameOf(fieldsOf(block)?.id) ?? "");
  const nodes = calls.map((call) => results.get(call));
  const stray = nodes.filter(
    (node): node is SessionNode => node !== undefined && !lines.has(node) && node.order < before,
  );
  return [...new Set(stray)];
}

const joinUsers = (nodes: readonly SessionNode[]): object => ({
  role: "user",
  // The service takes one message of the user at a time, so Claude Code joins those that follow one another.
  content: nodes.length === 1 ? nodes[0]?.content : nodes.flatMap(({ content }) => partsOf(content)),
});

export function createMessageWriter(session: Session): MessageWriter {
  const written = new Map<string, object>();
  let draft = startDraft();

  const keep = (key: string, make: () => object): object => {
    const message = written.get(key) ?? make();
    written.set(key, message);
    return message;
  };

  function writeUsers(): object[] {
    const { users } = draft;
    const key = users.map(({ order }) => order).join(" ");
    return users.length === 0 ? [] : [keep(key, () => joinUsers(users))];
  }

  function addLine(node: SessionNode, before: number): void {
    const { answer, content } = node;
    if (!answer) {
      if (content !== null && partsOf(content).length > 0) draft.users.push(node);
      return;
    }
    if (draft.said.has(answer) || answer.blocks.length === 0) return;
    draft.said.add(answer);
    const said = keep(`answer ${answer.first.order}`, () => ({ role: "assistant", content: answer.blocks }));
    for (const user of writeUsers()) draft.messages.push(user);
    draft.messages.push(said);
    draft.users = listStrayResults(answer, draft, session, before);
  }

  return (answer) => {
    const { nodes, isWhole } = followChain(answer.first, session.byId, draft.tip);
    if (isWhole) draft = startDraft();
    for (const node of nodes) draft.lines.add(node);
    for (const node of nodes) addLine(node, answer.first.order);
    draft.tip = nodes.at(-1) ?? draft.tip;
    return [...draft.messages, ...writeUsers()];
  };
}
