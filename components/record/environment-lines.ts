/** The lines that send an agent through a recording, for each kind of agent. */

import type { ConnectFile, Connection } from "../../lib/connect/recipe";
import { openCode } from "../../lib/connect/tools/open-code";
import { qwenCode } from "../../lib/connect/tools/qwen-code";
import { BASE_PATHS } from "../../lib/offers/endpoints";
import { type Said, tell } from "../../lib/words/message";

export interface AgentLines {
  readonly id: string;
  readonly name: Said;
  readonly files: readonly ConnectFile[];
}

export interface LinesFor {
  readonly origin: string;
  readonly session: string;
  /** The emulator takes any word for a key. */
  readonly toEmulator: boolean;
}

const MODEL = "qwen3.7-max";
const KEY_NAME = "DASHSCOPE_API_KEY";

const inTerminal = (...lines: readonly string[]): ConnectFile => ({
  path: tell("connect.terminal"),
  content: lines.join("\n"),
});

/** A recording takes both dialects, whatever it was made for. */
export function writeLines({ origin, session, toEmulator }: LinesFor): AgentLines[] {
  const baseUrl = (dialect: "openai" | "anthropic"): string =>
    `${origin}/record/${session}${BASE_PATHS[dialect]}`;
  const connection: Connection = { baseUrl, model: MODEL, keyName: KEY_NAME, generation: null };
  const key = toEmulator ? "any-word" : `"$${KEY_NAME}"`;
  // A tool whose settings name the variable finds nothing there unless it is set.
  const ownKey = toEmulator ? [inTerminal(`export ${KEY_NAME}=any-word`)] : [];
  return [
    {
      id: "claude-code",
      name: "Claude Code",
      files: [
        inTerminal(
          `export ANTHROPIC_BASE_URL=${baseUrl("anthropic")}`,
          `export ANTHROPIC_AUTH_TOKEN=${key}`,
          `export ANTHROPIC_MODEL=${MODEL}`,
          `export ANTHROPIC_DEFAULT_HAIKU_MODEL=${MODEL}`,
          "export CLAUDE_CODE_ATTRIBUTION_HEADER=0",
          "claude",
        ),
      ],
    },
    { id: "open-code", name: "OpenCode", files: [...ownKey, ...openCode.write(connection)] },
    { id: "qwen-code", name: "Qwen Code", files: [...ownKey, ...qwenCode.write(connection)] },
    {
      id: "openai",
      name: tell("record.anyOpenAi"),
      files: [inTerminal(`export OPENAI_BASE_URL=${baseUrl("openai")}`, `export OPENAI_API_KEY=${key}`)],
    },
    {
      id: "anthropic",
      name: tell("record.anyAnthropic"),
      files: [
        inTerminal(`export ANTHROPIC_BASE_URL=${baseUrl("anthropic")}`, `export ANTHROPIC_API_KEY=${key}`),
      ],
    },
  ];
}
