/** The real clients that recipes are tried with: their packages, and how each is asked a first and a second question. */

export interface ClientRun {
  /** Of the recipe. */
  readonly tool: string;
  /** On npm, pinned: what a recipe says was seen of this version. */
  readonly package: string;
  /** The command that the recipe's last line runs; it is called as it stands where the recipe runs nothing. */
  readonly command: string;
  /** What follows the command, without a terminal: the first question, and the next in the same conversation. */
  readonly ask: (question: string) => string;
  readonly askOn: (question: string) => string;
  /** The oldest major version of Node that runs it; absent = any that runs the playground. */
  readonly node?: number;
  /** Where its program is among the installed packages, where only a script of the package would link it. */
  readonly program?: string;
}

/** As packages of programs name the machine. */
const MACHINE = `${process.platform}-${process.arch}`;

const quote = (text: string): string => `'${text}'`;

export const CLIENT_RUNS: readonly ClientRun[] = [
  {
    tool: "codex",
    package: "@openai/codex@0.171.0",
    command: "codex",
    ask: (question) => `exec --skip-git-repo-check ${quote(question)}`,
    askOn: (question) => `exec --skip-git-repo-check resume --last ${quote(question)}`,
  },
  {
    tool: "pi",
    package: "@earendil-works/pi-coding-agent@1.6.0",
    command: "pi",
    node: 22,
    ask: (question) => `--print ${quote(question)}`,
    askOn: (question) => `--continue --print ${quote(question)}`,
  },
  {
    tool: "claude-code",
    package: "@anthropic-ai/claude-code@2.1.332",
    command: "claude",
    program: `@anthropic-ai/claude-code-${MACHINE}/claude`,
    ask: (question) => `-p ${quote(question)}`,
    askOn: (question) => `--continue -p ${quote(question)}`,
  },
  {
    tool: "opencode",
    package: "opencode-ai@1.18.33",
    command: "opencode",
    program: `opencode-${MACHINE}/bin/opencode`,
    ask: (question) => `run ${quote(question)}`,
    askOn: (question) => `run --continue ${quote(question)}`,
  },
  {
    tool: "qwen-code",
    package: "@qwen-code/qwen-code@0.24.4",
    command: "qwen",
    node: 22,
    ask: (question) => `-p ${quote(question)}`,
    askOn: (question) => `--continue -p ${quote(question)}`,
  },
  {
    tool: "kilo",
    package: "@kilocode/cli@7.7.7",
    command: "kilo",
    program: `@kilocode/cli-${MACHINE}/bin/kilo`,
    ask: (question) => `run ${quote(question)}`,
    askOn: (question) => `run --continue ${quote(question)}`,
  },
  {
    tool: "continue",
    package: "@continuedev/cli@1.5.47",
    command: "cn",
    ask: (question) => `-p ${quote(question)}`,
    askOn: (question) => `--resume -p ${quote(question)}`,
  },
  {
    tool: "cline",
    package: "cline@3.0.65",
    command: "cline",
    ask: quote,
    // It goes on only by an id; without markers nothing is read either way.
    askOn: quote,
  },
];
