"use client";
/** The playground's one runner, and the run it carries out. */
import { useSyncExternalStore } from "react";
import type { RunState } from "../../lib/run/run-state";
import type { PlaygroundActions } from "../../lib/store/playground-state";
import { useActions } from "../playground-context";
import { createRunner, type Runner } from "./runner";

/** A run goes on while another view is shown, so that the runner belongs to the page and not to a view. */
const runners = new WeakMap<PlaygroundActions, Runner>();

function runnerOf(actions: PlaygroundActions): Runner {
  const runner = runners.get(actions) ?? createRunner(actions.ask);
  runners.set(actions, runner);
  return runner;
}

export function useRun(): { readonly runner: Runner; readonly run: RunState | null } {
  const runner = runnerOf(useActions());
  const run = useSyncExternalStore(runner.subscribe, runner.getRun);
  return { runner, run };
}
