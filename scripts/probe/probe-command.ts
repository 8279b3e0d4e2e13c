/** `npm run probe`: shows what it costs, sends the probes through a playground, and writes what they found as a report. */
import { join } from "node:path";
import { type Finding, listFindings, sayWhy } from "../../lib/probes/finding";
import { numberOf } from "../../lib/probes/list-probes";
import { estimateProbe, type ProbePlan } from "../../lib/probes/plan";
import { isOver, type ProbeRun, progressOf } from "../../lib/probes/probe-run";
import { createProbeRunner, createVirtualClock, type ProbeClock } from "../../lib/probes/probe-runner";
import {
  compareWithSource,
  listFigures,
  listQuestions,
  sayReading,
  sumCosts,
  writeProbeJson,
  writeProbeReport,
} from "../../lib/probes/write-report";
import { formatAmount } from "../../lib/values/figures";
import { createWords } from "../../lib/words/create-words";
import { ENGLISH } from "../../lib/words/plain-words";
import { zh } from "../../lib/words/zh";
import { HELP } from "./help";
import type { Io } from "./io";
import { mostOf, type Prepared, prepareRun, restoreRun, writeState } from "./prepare-run";
import { type Options, readOptions, WrongUse } from "./read-options";

const SETTLED = 0;
const SOME_UNSETTLED = 1;
const WRONG_USE = 2;
const NOT_ENDED = 3;

/** Seconds of waiting that are told. */
const LONG_WAIT = 30;
/** Seconds between two states on disk. */
const KEPT_EVERY = 1;

function sayEstimate({ plan, ceiling }: ProbeRun, io: Io): void {
  const { currency } = estimateProbe(plan, plan.probes[0] ?? "counting");
  const rows = plan.probes.map((id) => ({ id, ...estimateProbe(plan, id) }));
  for (const { id, calls, most, seconds } of rows) {
    const wait = seconds >= LONG_WAIT ? `, ${ENGLISH.duration(seconds)} of waiting` : "";
    io.say(
      `${String(numberOf(id)).padStart(3)} ${id}: ${calls} calls, at most ${formatAmount(most, currency)}${wait}`,
    );
  }
  const calls = rows.reduce((sum, row) => sum + row.calls, 0);
  const bound =
    ceiling === null
      ? ""
      : ` The run stops before it could cost more than ${formatAmount(ceiling, currency)}.`;
  io.say(
    `${calls} calls in all, at most ${formatAmount(mostOf(plan), currency)} by the price table.${bound}`,
  );
}

/** Real seconds since the run began; it is woken where the run is to pause. */
const createRealClock = ({ startedAt }: ProbePlan, io: Io, woken: AbortSignal): ProbeClock => {
  const now = (): number => io.now() - startedAt;
  return {
    now,
    async until(second, signal) {
      const wait = second - now();
      if (wait >= LONG_WAIT) io.say(`Waiting ${ENGLISH.duration(Math.round(wait))} until the next call.`);
      await io.sleep(Math.max(0, wait), AbortSignal.any([signal, woken]));
    },
    isVirtual: false,
    endOf: now,
  };
};

/** The last second that a run knows of, from which a virtual clock goes on. */
const lastSecond = ({ sent }: ProbeRun): number =>
  Math.max(0, ...sent.map(({ startedAt, endedAt }) => endedAt ?? startedAt));

/** Tells what has changed since the last time. */
function createTeller(io: Io): (run: ProbeRun) => void {
  const told = new Map<string, number>();
  let aside = 0;
  return (run) => {
    for (const { probe, repeat, why } of run.aside.slice(aside)) {
      io.say(`${probe}, repeat ${repeat + 1}: ${ENGLISH.t(`probeReport.aside_${why}`)}`);
    }
    aside = run.aside.length;
    for (const id of run.plan.probes) {
      const { done, of } = progressOf(run, id);
      if (done === (told.get(id) ?? 0)) continue;
      told.set(id, done);
      io.say(`${id}: ${done} of ${of}`);
    }
  };
}

function sayFinding(finding: Finding, io: Io): void {
  const { probe, model, second, readings } = finding;
  const why = sayWhy(finding);
  const sentences = why
    ? [ENGLISH.t("probeReport.cannotTell", { why })]
    : listQuestions(probe, second).flatMap(({ id, asks }) => {
        const reading = id === null ? undefined : readings[id];
        if (id === null) return [ENGLISH.list(listFigures(finding).map(ENGLISH.say))];
        const said =
          reading === undefined ? ENGLISH.t("probeReport.partUnclear") : ENGLISH.say(sayReading(id, reading));
        const compared = reading === undefined ? "" : ENGLISH.say(compareWithSource(id, reading, model));
        return [ENGLISH.sentences([ENGLISH.say(asks), said, compared])];
      });
  for (const sentence of sentences) io.say(`${String(numberOf(probe)).padStart(3)} ${probe}: ${sentence}`);
}

const baseName = ({ model, startedAt }: ProbePlan): string =>
  `probe-${model.replace(/[^\w.-]+/g, "-").slice(0, 60)}-${new Date(startedAt * 1000).toISOString().slice(0, 19).replaceAll(":", "")}`;

async function carryOut({ run, keys }: Prepared, options: Options, io: Io): Promise<ProbeRun> {
  const { server, out, resume, ceiling } = options;
  const path = resume ?? join(out, `${baseName(run.plan)}.state.json`);
  // Before anything is sent: what is paid for must not be lost for want of a place.
  await io.writeFile(path, writeState(run, keys)).catch(() => {
    throw new WrongUse(`${path} cannot be written.`);
  });
  const woken = new AbortController();
  const tell = createTeller(io);
  let isLost = false;
  const write = (state: ProbeRun): Promise<void> =>
    io.writeFile(path, writeState(state, keys)).catch(() => {
      if (!isLost) io.warn(`${path} cannot be written any more: if this run ends early, it cannot go on.`);
      isLost = true;
    });
  let writing: Promise<void> = Promise.resolve();
  let kept = io.now();
  const keep = (state: ProbeRun): void => {
    tell(state);
    if (io.now() - kept < KEPT_EVERY) return;
    kept = io.now();
    writing = writing.then(() => write(state));
  };
  const post: typeof fetch = (url, init) => io.fetch(`${server}${String(url)}`, init);
  const runner = createProbeRunner(post, keep, resume === null ? null : run);
  const clock =
    run.plan.target.kind === "emulator"
      ? createVirtualClock(lastSecond(run))
      : createRealClock(run.plan, io, woken.signal);
  const forget = io.onInterrupt(() => {
    io.say("Pausing: the calls under way are awaited.");
    runner.pause();
    woken.abort();
  });
  if (resume === null) runner.start(run, keys, clock);
  else runner.resume(ceiling ?? run.ceiling, keys, clock);
  await runner.whenIdle();
  forget();
  const ended = runner.getRun() ?? run;
  await writing;
  await write(ended);
  if (!isOver(ended)) {
    const why = ended.problem ? `${ENGLISH.say(ended.problem.sentence)} ` : "";
    io.say(`${why}Go on with --resume ${path}`);
  }
  return ended;
}

async function writeFiles(run: ProbeRun, { out, language }: Options, io: Io): Promise<void> {
  const words = language === "zh" ? createWords("zh", zh) : ENGLISH;
  const base = join(out, baseName(run.plan));
  const report = writeProbeReport(run, words);
  try {
    await io.writeFile(`${base}.md`, report);
    await io.writeFile(`${base}.json`, writeProbeJson(run));
    io.say(`Written: ${base}.md to read and ${base}.json for programs; both can be loaded.`);
  } catch {
    // It may have cost money.
    io.warn(`${base}.md and ${base}.json cannot be written: the report follows.`);
    io.say(report);
  }
}

async function runProbes(options: Options, io: Io): Promise<number> {
  const prepared =
    options.resume === null ? await prepareRun(options, io) : await restoreRun(options, options.resume, io);
  const { plan } = prepared.run;
  sayEstimate(prepared.run, io);
  if (plan.target.kind === "service" && !options.yes) {
    io.say("Nothing was sent: add --yes to send these calls.");
    return WRONG_USE;
  }
  const run = await carryOut(prepared, options, io);
  const findings = listFindings(run);
  for (const finding of findings) sayFinding(finding, io);
  const { spent, maybe, currency } = sumCosts(run);
  io.say(
    plan.target.kind === "emulator"
      ? `The service would have charged ${formatAmount(spent, currency)} by the price table; the emulator charges nothing.`
      : `Spent ${formatAmount(spent, currency)} by the price table, and at most ${formatAmount(maybe, currency)} for calls without an answer.`,
  );
  await writeFiles(run, options, io);
  if (!isOver(run)) return NOT_ENDED;
  return findings.every(({ verdict }) => verdict === "settled") ? SETTLED : SOME_UNSETTLED;
}

/** Answers the exit code. */
export async function probeCommand(argv: readonly string[], io: Io): Promise<number> {
  try {
    const options = readOptions(argv);
    if (!options.help) return await runProbes(options, io);
    io.say(HELP.trimEnd());
    return SETTLED;
  } catch (error) {
    if (!(error instanceof WrongUse)) throw error;
    io.warn(error.message);
    return WRONG_USE;
  }
}
