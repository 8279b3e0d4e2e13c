/** Tries one real client: installs it into a temporary folder, follows its recipe to the letter, and asks it twice. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { decodeUsage } from "../../lib/answers/decode-usage";
import { chooseConnection } from "../../lib/connect/choose-connection";
import { findTool } from "../../lib/connect/list-tools";
import type { ConnectFile, ConnectRoute } from "../../lib/connect/recipe";
import { readChanges } from "../../lib/sessions/read-changes";
import type { RecordedExchange } from "../../lib/sessions/recorded-exchange";
import { ENGLISH } from "../../lib/words/plain-words";
import type { ClientRun } from "./client-runs";

/** What came of it, in one line. */
export interface Tried {
  readonly outcome: "works" | "fails" | "skipped";
  readonly line: string;
}

const MODEL = "qwen3.7-max";
const QUESTIONS = ["Say hello in one word.", "Say goodbye in one word."] as const;
/** Milliseconds for an installation, and for a question. */
const PATIENCE = { install: 600_000, question: 180_000 };
/** What the emulator's reply begins with, whatever is asked. */
const REPLY = /This reply comes from the emulator/;

type Environment = Readonly<Record<string, string | undefined>>;

interface Ran {
  readonly status: number | null;
  readonly output: string;
}

/** Runs lines of a shell in a folder; its group is ended when its time is up. */
function run(lines: string, cwd: string, env: Environment, patience: number): Promise<Ran> {
  return new Promise((resolve) => {
    const child = spawn("bash", ["-c", lines], {
      cwd,
      env: env as NodeJS.ProcessEnv,
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk) => {
        output += String(chunk);
      });
    }
    const end = () => {
      try {
        if (child.pid) process.kill(-child.pid, "SIGKILL");
      } catch {
        // It has ended by itself.
      }
    };
    const timer = setTimeout(end, patience);
    child.on("exit", (status) => {
      clearTimeout(timer);
      // Helpers that it has left behind would keep its output open.
      end();
      resolve({ status, output });
    });
  });
}

/** What a client said at the end, on one line. */
const lastWords = (output: string): string => output.trim().split("\n").slice(-4).join(" / ").slice(-400);

/** Node as a package of npm's, for clients that this machine's own is too old for. */
const NODE_PACKAGE = `node-${process.platform}-${process.arch}`;
const NEWER_NODE = `${NODE_PACKAGE}@24`;

const needsNode = ({ node = 0 }: ClientRun): boolean => Number.parseInt(process.versions.node, 10) < node;

async function install(client: ClientRun, folder: string): Promise<string | null> {
  await writeFile(join(folder, "package.json"), "{}");
  const packages = needsNode(client) ? `${client.package} ${NEWER_NODE}` : client.package;
  const line = `npm install --ignore-scripts --no-audit --no-fund ${packages}`;
  const { status, output } = await run(line, folder, process.env, PATIENCE.install);
  if (status !== 0) return `npm could not install it: ${lastWords(output)}`;
  if (!client.program) return null;
  const program = join(folder, "node_modules", client.program);
  if (!existsSync(program)) return "npm has no program of it for this machine.";
  await rm(join(folder, "node_modules/.bin", client.command), { force: true });
  await symlink(program, join(folder, "node_modules/.bin", client.command));
  return null;
}

/** Writes the recipe's files below a home folder of its own; answers what it has the reader run. */
async function follow(files: readonly ConnectFile[], home: string): Promise<string> {
  let lines = "";
  for (const { path, content } of files) {
    if (typeof path !== "string") {
      lines += `${content}\n`;
      continue;
    }
    const target = path.replace(/^~/, home);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content);
  }
  return lines.trimEnd();
}

/** The recipe's lines, with a question behind the command that they end with. */
function lineOf(recipe: string, { command }: ClientRun, question: string): string {
  const runs = recipe.split("\n").at(-1)?.startsWith(command);
  return runs ? `${recipe} ${question}` : `${recipe}\n${command} ${question}`;
}

async function makeRecording(origin: string): Promise<string> {
  const answer = await fetch(`${origin}/api/record`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ target: "emulator" }),
  });
  if (answer.status !== 201) throw new Error(`No recording was made: ${answer.status}.`);
  return ((await answer.json()) as { session: string }).session;
}

async function readRecording(origin: string, session: string): Promise<readonly RecordedExchange[]> {
  const read = await readChanges((query) => fetch(`${origin}/api/record/${session}?${query}`), "version=0");
  if (!read.ok) throw new Error(`The recording cannot be read: ${read.response.status}.`);
  return read.answer.exchanges.filter(({ kind }) => kind === "chat");
}

const usageOf = ({ usage }: RecordedExchange) => {
  const reading = decodeUsage(usage);
  return reading.ok ? reading.usage : null;
};

const figuresOf = (exchanges: readonly RecordedExchange[]): string =>
  exchanges
    .map(usageOf)
    .map((usage) => (usage ? `W${usage.written} R${usage.read} U${usage.uncached}` : "no usage"))
    .join(", ");

const countMarkers = ({ body }: RecordedExchange): number =>
  JSON.stringify(body).split(/"(?:cache_control|prompt_cache_breakpoint)":(?!null)/).length - 1;

/** Ends what a client has left running, such as a helper of its own session: it is known by the home it was given. */
async function endHelpers(folder: string): Promise<void> {
  const ids = await readdir("/proc").catch(() => []);
  for (const id of ids.filter((name) => /^\d+$/.test(name))) {
    const environment = await readFile(`/proc/${id}/environ`, "utf8").catch(() => "");
    if (environment.split("\0").some((line) => line.startsWith(`HOME=${folder}/`))) {
      try {
        process.kill(Number(id), "SIGKILL");
      } catch {
        // It has ended by itself.
      }
    }
  }
}

interface Trial {
  readonly client: ClientRun;
  readonly folder: string;
  readonly origin: string;
  readonly session: string | null;
}

/** A home of its own for each way, so that nothing is left from another one. */
async function prepare({ client, folder, origin, session }: Trial, route: ConnectRoute) {
  const home = join(folder, `home-${route}`);
  const work = join(folder, `work-${route}`);
  await Promise.all([home, work].map((each) => mkdir(each, { recursive: true })));
  const connection = chooseConnection(
    { host: "intl", workspace: "", model: MODEL, route },
    { origin, session },
  );
  const recipe = await follow(findTool(client.tool).write(connection), home);
  const packages = join(folder, "node_modules");
  const env = {
    PATH: [join(packages, NODE_PACKAGE, "bin"), join(packages, ".bin"), process.env.PATH].join(":"),
    HOME: home,
    LANG: "C.UTF-8",
    TERM: "dumb",
    [connection.keyName]: `any-word-${Math.random().toString(36).slice(2)}`,
    CLAUDE_CODE_DISABLE_NONESSENTIAL_TRAFFIC: "1",
  };
  return (question: string) => run(lineOf(recipe, client, question), work, env, PATIENCE.question);
}

/** Two questions through the recorder: what is sent is what the recipe says, and the second one reads what the first wrote. */
async function tryRecorded(trial: Trial, session: string): Promise<string> {
  const { client, origin } = trial;
  const say = await prepare({ ...trial, session }, "record");
  const first = await say(client.ask(QUESTIONS[0]));
  if (!REPLY.test(first.output)) throw new Error(`no reply when recorded: ${lastWords(first.output)}`);
  const before = await readRecording(origin, session);
  const second = await say(client.askOn(QUESTIONS[1]));
  if (!REPLY.test(second.output)) throw new Error(`no second reply: ${lastWords(second.output)}`);
  const all = await readRecording(origin, session);
  const after = all.slice(before.length);
  const figures = `turn 1: ${figuresOf(before)}; turn 2: ${figuresOf(after)}`;
  const marks = all.map(countMarkers);
  const asks = all.some((exchange) => exchange.session);
  const told = `${figures}; markers ${marks.join(", ")}${asks ? ", session cache" : ""}`;
  const sends = findTool(client.tool).sends(
    chooseConnection({ host: "intl", workspace: "", model: MODEL, route: "record" }, { origin, session }),
  );
  const said = { markers: sends.markers.length, asks: sends.asksForSession === true };
  if (Math.max(...marks) !== said.markers || asks !== said.asks) {
    const cache = said.asks ? ", and the session cache" : "";
    throw new Error(`its recipe says ${said.markers} markers${cache}: ${told}`);
  }
  const reads = after.some((exchange) => (usageOf(exchange)?.read ?? 0) > 0);
  const isMarked = said.markers > 0 || said.asks;
  if (reads !== isMarked) {
    throw new Error(
      `${isMarked ? "the second turn read nothing" : "it read, though it marks nothing"}: ${told}`,
    );
  }
  return told;
}

/** Once to the emulator itself, without the recorder. */
async function tryEmulator(trial: Trial): Promise<void> {
  const say = await prepare(trial, "emulator");
  const { output } = await say(trial.client.ask(QUESTIONS[0]));
  if (!REPLY.test(output)) throw new Error(`no reply from the emulator: ${lastWords(output)}`);
}

/** Never rejects. What a client leaves goes with its folder. */
export async function tryClient(client: ClientRun, origin: string): Promise<Tried> {
  const folder = await mkdtemp(join(tmpdir(), `client-${client.tool}-`));
  try {
    const missing = await install(client, folder);
    if (missing !== null) return { outcome: "skipped", line: missing };
    const trial: Trial = { client, folder, origin, session: null };
    await tryEmulator(trial);
    return { outcome: "works", line: await tryRecorded(trial, await makeRecording(origin)) };
  } catch (error) {
    return { outcome: "fails", line: error instanceof Error ? error.message : ENGLISH.say(String(error)) };
  } finally {
    await endHelpers(folder);
    await rm(folder, { recursive: true, force: true }).catch(() => undefined);
  }
}
