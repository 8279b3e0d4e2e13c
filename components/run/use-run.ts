"use client";
/** The playground's one run: it is carried out here, kept in this tab, and shown where it is asked for. */
import { useSyncExternalStore } from "react";
import { addressRequest } from "../../lib/run/address-request";
import { nextEffect, reduceRun } from "../../lib/run/run-scenario";
import { type RunState, settingsOf } from "../../lib/run/run-state";
import { createSender, type Sender } from "../../lib/run/sender";
import type { PlaygroundActions } from "../../lib/store/playground-state";
import { tell } from "../../lib/words/message";
import { useActions } from "../playground-context";
import { endWithPage } from "./leave-run";
import { keepRun, readKeptRun } from "./run-storage";

/** A run goes on while another view is shown, so that its sender belongs to the page and not to a view. */
const senders = new WeakMap<PlaygroundActions, Sender<RunState>>();

const createRunSender = ({ ask }: Pick<PlaygroundActions, "ask">): Sender<RunState> =>
  createSender(
    {
      reduce: reduceRun,
      next: nextEffect,
      async ask(requests, { plan }) {
        const answered = await ask({ kind: "predict-run", requests, settings: settingsOf(plan) });
        const prediction = answered.ok ? (answered.value.requests.at(-1) ?? null) : null;
        const reason = answered.ok ? tell("run.unreadable") : answered.reason;
        return { kind: "predicted", prediction, reason } as const;
      },
      address: ({ plan }, { request, at, completion }, key) =>
        addressRequest(plan, request, { at, completion, key }),
      readClock: ({ plan }) => Date.now() / 1000 - plan.startedAt,
      post: (...request) => fetch(...request),
      isOffline: () => !navigator.onLine,
      keep: keepRun,
    },
    readKeptRun(),
  );

export function useRun(): { readonly sender: Sender<RunState>; readonly run: RunState | null } {
  const actions = useActions();
  const sender = senders.get(actions) ?? createRunSender(actions);
  senders.set(actions, sender);
  endWithPage(actions, sender.leave);
  return { sender, run: useSyncExternalStore(sender.subscribe, sender.getState) };
}
