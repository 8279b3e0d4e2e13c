"use client";
/** The tab's one run of probes: it goes on while other pages are shown, and is kept against a reload. */
import { useSyncExternalStore } from "react";
import type { ProbePlan } from "../../lib/probes/plan";
import type { ProbeRun } from "../../lib/probes/probe-run";
import {
  createProbeRunner,
  createVirtualClock,
  type ProbeClock,
  type ProbeRunner,
} from "../../lib/probes/probe-runner";
import { keepRun, readKeptRun } from "./probe-storage";
import { createRealClock } from "./real-clock";

interface Watched {
  readonly runner: ProbeRunner;
  readonly getShown: () => ProbeRun | null;
  readonly subscribe: (listener: () => void) => () => void;
}

/** Milliseconds between two looks at a run: the emulator's calls end by the hundred. */
const LOOK = 80;

const warn = (event: BeforeUnloadEvent): void => event.preventDefault();

/** Milliseconds: longer than a page that is being left lives on. */
const LEAVING = 1500;

/** A page that is left breaks off its calls: they are lost then, and must not be asked again in its last moment. */
const post: typeof fetch = async (...request) => {
  try {
    const response = await fetch(...request);
    const text = await response.text();
    return new Response(text === "" ? null : text, response);
  } catch (error) {
    await new Promise((resolve) => setTimeout(resolve, LEAVING));
    throw error;
  }
};

function watch(): Watched {
  const runner = createProbeRunner(post, keepRun, readKeptRun());
  const listeners = new Set<() => void>();
  let shown = runner.getRun();
  let timer: ReturnType<typeof setTimeout> | null = null;
  function look(): void {
    timer = null;
    shown = runner.getRun();
    for (const listener of listeners) listener();
  }
  runner.subscribe(() => {
    const run = runner.getRun();
    if (run?.status === "running") window.addEventListener("beforeunload", warn);
    else window.removeEventListener("beforeunload", warn);
    // What was asked for is seen at once, what comes back soon.
    if (run?.status !== shown?.status || run?.plan !== shown?.plan) {
      if (timer !== null) clearTimeout(timer);
      look();
    } else timer ??= setTimeout(look, LOOK);
  });
  return {
    runner,
    getShown: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

let watched: Watched | null = null;

const noRun = () => null;
const ofTab = (): Watched => {
  watched ??= watch();
  return watched;
};

/** The seconds that a run has come to: where the emulator's time goes on. */
const lastSecondOf = ({ sent }: ProbeRun): number =>
  sent.reduce((last, { startedAt, endedAt }) => Math.max(last, endedAt ?? startedAt), 0);

export const clockOf = ({ target, startedAt }: ProbePlan, run: ProbeRun | null = null): ProbeClock =>
  target.kind === "emulator" ? createVirtualClock(run ? lastSecondOf(run) : 0) : createRealClock(startedAt);

const subscribe = (listener: () => void) => ofTab().subscribe(listener);
const getShown = () => ofTab().getShown();

/** Of this tab; never called on the server. */
export const getProbeRunner = (): ProbeRunner => ofTab().runner;

/** The run as it stood a moment ago; null where none was begun. */
export const useProbes = (): ProbeRun | null => useSyncExternalStore(subscribe, getShown, noRun);
