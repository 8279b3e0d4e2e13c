/** Reads the messages of a span: as OpenTelemetry's conventions for models have them, and the libraries before those. */
import { type Fields, fieldsOf, listOf, stringOf } from "../values/json";
import { parseValue } from "./parse-value";
import { nameOf, writeJson } from "./read-fields";

export interface SpanBody {
  readonly messages: readonly unknown[];
  readonly model: string | null;
  readonly reply: string;
}

function untyped(value: unknown): unknown {
  const fields = fieldsOf(value);
  if (!fields) return value;
  const { stringValue, intValue, boolValue, doubleValue, arrayValue } = fields;
  if (arrayValue !== undefined) return listOf(fieldsOf(arrayValue)?.values).map(untyped);
  return stringValue ?? intValue ?? boolValue ?? doubleValue ?? value;
}

/** Attributes by their names, which OTLP writes as a list of typed values. */
export function attributesOf(fields: Fields): Fields {
  const { attributes } = fields;
  if (!Array.isArray(attributes)) return fieldsOf(attributes) ?? {};
  return Object.fromEntries(
    attributes.map((item) => [stringOf(fieldsOf(item)?.key), untyped(fieldsOf(item)?.value)]),
  );
}

function parseList(value: unknown): readonly unknown[] {
  const parsed = typeof value === "string" ? parseValue(value) : null;
  return listOf(parsed?.ok ? parsed.value : value);
}

/** Parts of `gen_ai.input.messages`: https://opentelemetry.io/docs/specs/semconv/gen-ai (2026-11). */
function readParts(role: string, parts: readonly unknown[]): Fields[] {
  const fields = parts.map((part) => fieldsOf(part) ?? {});
  const text = fields
    .filter(({ type }) => type === "text")
    .map((part) => stringOf(part.content ?? part.text))
    .join("\n");
  const calls = fields
    .filter(({ type }) => type === "tool_call")
    .map((part) => ({
      id: stringOf(part.id),
      type: "function",
      function: {
        name: stringOf(part.name),
        arguments: typeof part.arguments === "string" ? part.arguments : writeJson(part.arguments ?? {}),
      },
    }));
  const results = fields
    .filter(({ type }) => type === "tool_call_response")
    .map((part) => {
      const said = part.response ?? part.result;
      return {
        role: "tool",
        tool_call_id: stringOf(part.id),
        content: typeof said === "string" ? said : writeJson(said),
      };
    });
  if (results.length > 0) return results;
  return [{ role, content: text, ...(calls.length > 0 ? { tool_calls: calls } : {}) }];
}

function readMessage(value: unknown): unknown[] {
  const message = fieldsOf(value);
  if (typeof message?.role !== "string") return [];
  return Array.isArray(message.parts) ? readParts(message.role, message.parts) : [message];
}

/** `gen_ai.prompt.0.role`, `llm.input_messages.0.message.content`: one attribute for each field. */
function readNumbered(attributes: Fields, prefix: string, infix: string): unknown[] {
  const messages: Fields[] = [];
  for (let index = 0; index < 10_000; index++) {
    const at = `${prefix}.${index}.${infix}`;
    const role = attributes[`${at}role`];
    if (typeof role !== "string") break;
    const content = attributes[`${at}content`];
    const parts = parseList(content);
    const id = attributes[`${at}tool_call_id`];
    messages.push({
      role,
      content:
        parts.length > 0 && parts.every((part) => fieldsOf(part)?.type !== undefined)
          ? parts
          : stringOf(content),
      ...(typeof id === "string" ? { tool_call_id: id } : {}),
      ...readNumberedCalls(attributes, at),
    });
  }
  return messages;
}

function readNumberedCalls(attributes: Fields, at: string): Fields {
  const calls: Fields[] = [];
  for (let index = 0; index < 1_000; index++) {
    const name =
      attributes[`${at}tool_calls.${index}.name`] ??
      attributes[`${at}tool_calls.${index}.tool_call.function.name`];
    if (typeof name !== "string") break;
    const given =
      attributes[`${at}tool_calls.${index}.arguments`] ??
      attributes[`${at}tool_calls.${index}.tool_call.function.arguments`];
    const id =
      attributes[`${at}tool_calls.${index}.id`] ?? attributes[`${at}tool_calls.${index}.tool_call.id`];
    calls.push({ id: stringOf(id), type: "function", function: { name, arguments: stringOf(given) } });
  }
  return calls.length > 0 ? { tool_calls: calls } : {};
}

/** Events of a span, one a message: `gen_ai.user.message`. */
function readEvents(span: Fields): unknown[] {
  return listOf(span.events).flatMap((value) => {
    const event = fieldsOf(value) ?? {};
    const role = /^gen_ai\.(system|user|assistant|tool)\.message$/.exec(stringOf(event.name))?.[1];
    if (role === undefined) return [];
    const told = { ...attributesOf(event), ...fieldsOf(event.body) };
    const { content = told["gen_ai.prompt"] ?? "", tool_calls: calls, id } = told;
    return [
      {
        role,
        content,
        ...(Array.isArray(calls) ? { tool_calls: calls } : {}),
        ...(role === "tool" ? { tool_call_id: stringOf(id) } : {}),
      },
    ];
  });
}

/** The system text, which stands apart from the messages. */
function readSystem(attributes: Fields): unknown[] {
  const value = attributes["gen_ai.system_instructions"];
  if (value === undefined) return [];
  const parts = parseList(value);
  if (parts.length > 0) return readParts("system", parts);
  return typeof value === "string" ? [{ role: "system", content: value }] : [];
}

function readReply(attributes: Fields): string {
  const output = parseList(attributes["gen_ai.output.messages"]).flatMap(readMessage);
  const [first] = [
    ...output,
    ...readNumbered(attributes, "gen_ai.completion", ""),
    ...readNumbered(attributes, "llm.output_messages", "message."),
  ];
  return stringOf(fieldsOf(first)?.content) || stringOf(attributes["ai.response.text"]);
}

/** Null where a span has no messages. */
export function readSpanBody(span: Fields): SpanBody | null {
  const attributes = attributesOf(span);
  const found = [
    () => parseList(attributes["gen_ai.input.messages"] ?? attributes["gen_ai.prompt"]).flatMap(readMessage),
    () => readNumbered(attributes, "gen_ai.prompt", ""),
    () => readNumbered(attributes, "llm.input_messages", "message."),
    () => [...parseList(attributes["ai.prompt.messages"])],
    () => readEvents(span),
  ]
    .map((read) => read())
    .find((messages) => messages.length > 0);
  if (!found) return null;
  const model = ["gen_ai.request.model", "gen_ai.response.model", "llm.model_name", "ai.model.id"].flatMap(
    (name) => nameOf(attributes[name]) ?? [],
  );
  return {
    messages: [...readSystem(attributes), ...found],
    model: model[0] ?? null,
    reply: readReply(attributes),
  };
}
