/** The documents of lessons, written as a person would write them: one part or one message a line. */
import type { Region } from "../offers/model";
import type { Settings } from "../pipeline/analysis";
import { manualLines } from "../timeline/presets/presets";
import type { Scenario, Turn } from "../timeline/scenario";

/** One text part of a message; `marked` puts a marker on it. */
export interface ScenePart {
  readonly text: string;
  readonly marked?: boolean;
}

export interface SceneMessage {
  readonly role: "system" | "user" | "assistant";
  /** A plain text, or parts. */
  readonly content: string | readonly ScenePart[];
}

const json = (value: unknown): string => JSON.stringify(value);

function writePart({ text, marked = false }: ScenePart): string {
  const lines = [`"type": "text"`, `"text": ${json(text)}`];
  if (marked) lines.push(`"cache_control": { "type": "ephemeral" }`);
  return `        {\n${lines.map((line) => `          ${line}`).join(",\n")}\n        }`;
}

function writeMessage({ role, content }: SceneMessage): string {
  const written =
    typeof content === "string" ? json(content) : `[\n${content.map(writePart).join(",\n")}\n      ]`;
  return `    {\n      "role": ${json(role)},\n      "content": ${written}\n    }`;
}

/** A tool in the form of the OpenAI dialect. @param fields its parameters, all texts, with what they are; the first is required */
export const writeTool = (name: string, description: string, fields: Readonly<Record<string, string>>) => ({
  type: "function",
  function: {
    name,
    description,
    parameters: {
      type: "object",
      properties: Object.fromEntries(
        Object.entries(fields).map(([field, says]) => [field, { type: "string", description: says }]),
      ),
      required: Object.keys(fields).slice(0, 1),
    },
  },
});

/** The request body as JSON text. @param tools in the form of the OpenAI dialect */
export function writeBody(
  messages: readonly SceneMessage[],
  { model = LESSON_MODEL, tools = [] as readonly unknown[] } = {},
): string {
  const lines = [`  "model": ${json(model)}`];
  if (tools.length > 0) {
    const written = tools.map((tool) => JSON.stringify(tool, null, 2).replace(/^/gm, "    "));
    lines.push(`  "tools": [\n${written.join(",\n")}\n  ]`);
  }
  lines.push(`  "messages": [\n${messages.map(writeMessage).join(",\n")}\n  ]`, `  "enable_thinking": false`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

/** The model of the lessons that are about no model of its own. */
export const LESSON_MODEL = "qwen3.7-max";
const LESSON_REGION: Region = "intl";

/** What a lesson's scene is played with. */
export const playWith = (scenario: Scenario | null, more: Partial<Settings> = {}): Settings => ({
  model: LESSON_MODEL,
  region: LESSON_REGION,
  scenario,
  ...more,
});

/** A turn in which the reader's user asks and the model answers. @param gap seconds since the request before */
export const ask = (gap: number, user: string, reply: string): Turn => ({ mode: "append", gap, user, reply });

/** Paragraphs of a manual, as text: about 21 tokens a line. @param to the first line that is left out */
export const readManual = (from: number, to: number): string => manualLines(from, to).join("\n");
