/** The tools that have a recipe, in the order they are offered. */
import type { ConnectTool } from "./recipe";
import { claudeCode } from "./tools/claude-code";
import { cline } from "./tools/cline";
import { codex } from "./tools/codex";
import { continueDev } from "./tools/continue";
import { hermes } from "./tools/hermes";
import { kilo } from "./tools/kilo";
import { openClaw } from "./tools/open-claw";
import { openCode } from "./tools/open-code";
import { pi } from "./tools/pi";
import { qwenCode } from "./tools/qwen-code";

const TOOLS: readonly [ConnectTool, ...ConnectTool[]] = [
  claudeCode,
  codex,
  openCode,
  kilo,
  qwenCode,
  pi,
  continueDev,
  cline,
  openClaw,
  hermes,
];

export const listTools = (): typeof TOOLS => TOOLS;

/** The tool of that id; the first one where there is none. */
export const findTool = (id: string | null): ConnectTool => TOOLS.find((tool) => tool.id === id) ?? TOOLS[0];
