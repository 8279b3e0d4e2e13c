/** Finds the commands of a text that send a request, whichever shell it is written for. */
import type { Failure } from "../values/failure";
import { type CurlCommand, readCurl } from "./read-curl";
import { readPowerShell } from "./read-powershell";
import { splitCmd } from "./split-cmd";
import { shellOf, splitShell } from "./split-shell";
import { stripPrompts } from "./strip-prompts";

export interface ListedCommand extends CurlCommand {
  /** What a terminal shows below it; null where there is nothing. */
  readonly output: string | null;
}

export type ListedCommands =
  | {
      readonly ok: true;
      readonly shell: "posix" | "cmd" | "powershell";
      readonly commands: readonly ListedCommand[];
    }
  | Failure;

/** Whether words call curl. */
const isCurl = (words: readonly string[]): boolean =>
  words.some((word) => /(?:^|[\\/])curl(?:\.exe)?$/i.test(word));

/** Never throws. */
export function listCommands(copied: string): ListedCommands {
  const text = stripPrompts(copied);
  const shell = shellOf(text);
  if (shell === "powershell") {
    const commands = readPowerShell(text).map((command) => ({ ...command, output: null }));
    return { ok: true, shell, commands };
  }
  if (shell === "cmd") {
    const commands = splitCmd(text)
      .filter(isCurl)
      .map((words) => ({ ...readCurl(words), output: null }));
    return { ok: true, shell, commands };
  }
  const split = splitShell(text);
  if (!split.ok) return split;
  const commands = split.commands
    .filter(isCurl)
    .map((words) => ({ ...readCurl(words), output: split.outputs.get(words) ?? null }));
  return { ok: true, shell, commands };
}
