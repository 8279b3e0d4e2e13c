/** A prompt as services other than Model Studio see it: tools, then system, then messages, piece by piece. */
import type { Marker, Message, Part, PartKind, Prompt, ToolCall } from "../prompt/prompt";
import type { SegmentKind, SegmentRole } from "../systems/comparable";
import { measureMedia } from "../tokens/measure-media";
import type { JsonValue } from "../values/json";

/** What some system may end an entry behind. */
export interface Piece {
  readonly pointer: string;
  readonly role: SegmentRole;
  readonly kind: SegmentKind;
  readonly text: string;
  /** What its text does not tell; counted with so many tokens. */
  readonly media: { readonly identity: string; readonly tokens: number } | null;
  readonly isMessageStart: boolean;
  readonly isMessageEnd: boolean;
  /** Markers on it. */
  readonly markers: readonly Marker[];
}

type Bare = Omit<Piece, "isMessageStart" | "isMessageEnd" | "markers">;

const ROLES: ReadonlySet<string> = new Set(["system", "developer", "user", "assistant", "tool"]);
const roleOf = (role: string): SegmentRole => (ROLES.has(role) ? (role as SegmentRole) : "user");

const KINDS: Readonly<Record<PartKind, SegmentKind>> = {
  text: "text",
  image: "image",
  video: "image",
  audio: "image",
  "tool-call": "tool_use",
  "tool-result": "tool_result",
  reasoning: "thinking",
  unknown: "text",
};

const writeCall = ({ name, arguments: given }: ToolCall): string =>
  `${name}${typeof given === "string" ? given : JSON.stringify(given)}`;

function readPart(part: Part, role: SegmentRole, media: ReadonlyMap<string, number>): Bare {
  const { pointer, kind, call } = part;
  return {
    pointer,
    // A result is the tool's, whoever carries it.
    role: kind === "tool-result" ? "tool" : role,
    kind: role === "tool" ? "tool_result" : KINDS[kind],
    text: call ? writeCall(call) : part.text,
    media: part.media === undefined ? null : { identity: part.media, tokens: media.get(pointer) ?? 0 },
  };
}

function listMessage(message: Message, media: ReadonlyMap<string, number>): Bare[] {
  const { pointer, reasoning, parts, calls } = message;
  const role = roleOf(message.role);
  const thought: Bare[] =
    reasoning === null
      ? []
      : [{ pointer: `${pointer}/reasoning_content`, role, kind: "thinking", text: reasoning, media: null }];
  // Beside calls an empty content says nothing.
  const said = parts.filter(({ kind, text }) => calls.length === 0 || kind !== "text" || text !== "");
  const called = calls.map(
    (call, order): Bare => ({
      pointer: `${pointer}/tool_calls/${order}`,
      role,
      kind: "tool_use",
      text: writeCall(call),
      media: null,
    }),
  );
  return [...thought, ...said.map((part) => readPart(part, role, media)), ...called];
}

/** Tools are one piece, save where a marker stands on one of them. */
function listTools({ tools }: Prompt, marked: (pointer: string) => boolean): Bare[] {
  const pieces: Bare[] = [];
  let values: JsonValue[] = [];
  for (const [order, { pointer, value }] of tools.entries()) {
    values.push(value);
    if (order < tools.length - 1 && !marked(pointer)) continue;
    pieces.push({ pointer, role: "tools", kind: "text", text: JSON.stringify(values), media: null });
    values = [];
  }
  return pieces;
}

/** A marker on a message means its last piece; one on the request itself means none. */
export function listPieces(prompt: Prompt): Piece[] {
  const owners = new Map<string, Marker[]>();
  for (const marker of prompt.markers) {
    owners.set(marker.owner, [...(owners.get(marker.owner) ?? []), marker]);
  }
  const sizes = new Map(measureMedia(prompt, null).map(({ pointer, tokens }) => [pointer, tokens]));
  const finish = (owner: string | null, bare: readonly Bare[]): Piece[] =>
    bare.map((piece, order) => {
      const isMessageEnd = order === bare.length - 1;
      const onMessage = isMessageEnd && owner !== null ? (owners.get(owner) ?? []) : [];
      return {
        ...piece,
        isMessageStart: order === 0,
        isMessageEnd,
        markers: [...(owners.get(piece.pointer) ?? []), ...onMessage],
      };
    });
  return [
    ...finish(
      null,
      listTools(prompt, (pointer) => owners.has(pointer)),
    ),
    ...prompt.messages.flatMap((message) => finish(message.pointer, listMessage(message, sizes))),
  ];
}
