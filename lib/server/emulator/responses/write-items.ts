/** The items of a response's output: what the model wrote, as the events of a stream open, fill and close them. */
import { isList, isObject, type JsonObject, type JsonValue } from "../../../values/json";
import type { Reply } from "../compose-reply";

type ItemKind = "reasoning" | "message" | "function_call" | "custom_tool_call";

/** One item of the output, in the pieces in which it is streamed. */
export interface OutputItem {
  readonly kind: ItemKind;
  readonly id: string;
  /** Of a call: what its result names. */
  readonly callId: string;
  readonly name: string;
  readonly pieces: readonly string[];
  /** True where the limit of tokens ended it. */
  readonly cut: boolean;
}

/** What a reply may hold besides its words or its call. */
type Spoken = Pick<Reply, "pieces" | "call" | "cut"> & {
  readonly thinking?: readonly string[];
  readonly calls?: readonly {
    readonly name: string;
    readonly pieces: readonly string[];
    readonly cut: boolean;
  }[];
};

const PREFIXES = { reasoning: "rs", message: "msg", function_call: "fc", custom_tool_call: "ctc" } as const;

const plainId = (requestId: string): string => requestId.replaceAll("-", "").slice(0, 24);

export const responseId = (requestId: string): string => `resp_${plainId(requestId)}`;

/** Names of the tools that take free text instead of arguments. */
export const namesOfCustomTools = (tools: JsonValue | undefined): ReadonlySet<string> =>
  new Set(
    (isList(tools) ? tools : []).flatMap((tool) =>
      isObject(tool) && tool.type === "custom" && typeof tool.name === "string" ? [tool.name] : [],
    ),
  );

/** The free text of a call, which is composed as the one argument of a function; as it stands where it was cut off. */
function readInput(pieces: readonly string[]): string[] {
  const written = pieces.join("");
  try {
    const { input } = JSON.parse(written) as { input?: unknown };
    return [typeof input === "string" ? input : ""];
  } catch {
    return [written];
  }
}

/** What a reply comes to as items, in the order in which they are written. */
export function listItems(
  { pieces, call, cut, thinking = [], calls = call ? [{ name: call.name, pieces, cut }] : [] }: Spoken,
  requestId: string,
  custom: ReadonlySet<string>,
): readonly OutputItem[] {
  const id = plainId(requestId);
  const filled = (all: readonly string[]): string[] => all.filter((piece) => piece !== "");
  const items: Pick<OutputItem, "kind" | "name" | "pieces" | "cut">[] = calls.map((made) =>
    custom.has(made.name)
      ? { ...made, kind: "custom_tool_call", pieces: readInput(made.pieces) }
      : { ...made, kind: "function_call" },
  );
  if (items.length === 0) items.push({ kind: "message", name: "", pieces, cut });
  if (thinking.length > 0) items.unshift({ kind: "reasoning", name: "", pieces: thinking, cut: false });
  return items.map(({ kind, name, pieces: said, cut: ended }, index) => ({
    kind,
    name,
    cut: ended,
    id: `${PREFIXES[kind]}_${id}${index === 0 ? "" : index}`,
    callId: `call_${id}${index === 0 ? "" : index}`,
    pieces: filled(said),
  }));
}

type Status = "in_progress" | "completed" | "incomplete";

export const textPart = (text: string) => ({ type: "output_text", text, annotations: [], logprobs: [] });
export const summaryPart = (text: string) => ({ type: "summary_text", text });

function writeItem({ kind, id, callId, name }: OutputItem, status: Status, text: string | null): JsonObject {
  switch (kind) {
    case "message": {
      const content = text === null ? [] : [textPart(text)];
      return { id, type: kind, role: "assistant", status, content };
    }
    case "reasoning":
      return { id, type: kind, summary: text === null ? [] : [summaryPart(text)] };
    case "function_call":
      return { id, type: kind, status, call_id: callId, name, arguments: text ?? "" };
    case "custom_tool_call":
      return { id, type: kind, status, call_id: callId, name, input: text ?? "" };
  }
}

/** An item as it stands when it has been opened, with nothing in it. */
export const openItem = (item: OutputItem): JsonObject => writeItem(item, "in_progress", null);

/** An item with all that is in it. */
export const closeItem = (item: OutputItem): JsonObject =>
  writeItem(item, item.cut ? "incomplete" : "completed", item.pieces.join(""));
