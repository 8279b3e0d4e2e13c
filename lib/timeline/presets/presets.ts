/** The presets: requests, the scenarios that play on them, and what they teach. Their words are in the JSON files. */
import type { Scenario } from "../scenario";
import agent from "./agent.json" with { type: "json" };
import batch from "./batch.json" with { type: "json" };
import functionCalling from "./function-calling.json" with { type: "json" };
import multiTurn from "./multi-turn.json" with { type: "json" };
import supportAgent from "./support-agent.json" with { type: "json" };
import toolAgent from "./tool-agent.json" with { type: "json" };

export interface Preset {
  readonly id: string;
  readonly title: string;
  /** One sentence: when to lay out a prompt this way. */
  readonly description: string;
  readonly model: string;
  /** The request body as JSON text. */
  readonly text: string;
  readonly scenario: Scenario;
  /** Rules it breaks, for the reader to mend. */
  readonly mistakes: readonly string[];
}

interface PresetFile extends Omit<Preset, "text" | "mistakes"> {
  readonly mistakes?: readonly string[];
  readonly thinking?: boolean;
  readonly tools?: readonly unknown[];
  /** The texts by lines. */
  readonly messages: readonly {
    readonly role: string;
    readonly marked: boolean;
    readonly text: readonly string[];
    /** Lines of the manual, from and to, that follow the text. */
    readonly manual?: readonly number[];
  }[];
}

/** The manual that several presets work with. */
const MANUAL: readonly string[] = multiTurn.messages[0]?.text ?? [];

/** Lines of that manual, for other documents that need a long text with a meaning. */
export const manualLines = (from: number, to: number): readonly string[] => MANUAL.slice(from, to);

const json = (value: unknown): string => JSON.stringify(value);

/** A string content, or one text part that carries a marker. */
function writeMessage({ role, marked, text: own, manual }: PresetFile["messages"][number]): string {
  const text = json([...own, ...(manual ? MANUAL.slice(...manual) : [])].join("\n"));
  const content = marked
    ? [
        '      "content": [',
        "        {",
        '          "type": "text",',
        `          "text": ${text},`,
        '          "cache_control": { "type": "ephemeral" }',
        "        }",
        "      ]",
      ]
    : [`      "content": ${text}`];
  return ["    {", `      "role": ${json(role)},`, ...content, "    }"].join("\n");
}

/** The request as JSON text: one part or one message a line, as a person would write it. */
function writeText({ model, thinking, tools, messages }: PresetFile): string {
  const lines = [`  "model": ${json(model)}`];
  if (tools) {
    const written = tools.map((tool) => JSON.stringify(tool, null, 2).replace(/^/gm, "    "));
    lines.push(`  "tools": [\n${written.join(",\n")}\n  ]`);
  }
  lines.push(`  "messages": [\n${messages.map(writeMessage).join(",\n")}\n  ]`);
  if (thinking !== undefined) lines.push(`  "enable_thinking": ${thinking}`);
  return `{\n${lines.join(",\n")}\n}\n`;
}

function openPreset(file: PresetFile): Preset {
  const { id, title, description, model, scenario, mistakes = [] } = file;
  return { id, title, description, model, text: writeText(file), scenario, mistakes };
}

/** In the order they are offered; the first one opens with the page. */
export const presets: readonly [Preset, ...Preset[]] = [
  openPreset(supportAgent as PresetFile),
  openPreset(multiTurn as PresetFile),
  openPreset(agent as PresetFile),
  openPreset(batch as PresetFile),
  openPreset(functionCalling as PresetFile),
  openPreset(toolAgent as PresetFile),
];
