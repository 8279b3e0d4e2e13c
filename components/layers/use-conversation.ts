"use client";
/** The conversation that is walked: a scene, or one that is read and counted in the worker. */
import { useEffect, useMemo, useRef, useState } from "react";
import type { GivenSegments } from "../../lib/compare/given-request";
import { findScene, SCENES } from "../../lib/layers/scenes";
import { presets } from "../../lib/timeline/presets/presets";
import { ownField } from "../../lib/values/json";
import type { Words } from "../../lib/words/create-words";
import { type Message, type Said, tell } from "../../lib/words/message";
import type { WorkerAnswer } from "../../lib/worker/messages";
import { createQuestionClient, type QuestionClient } from "../../lib/worker/question-client";
import { openLayoutShelf } from "../layouts/layout-shelf";
import { readTabMemory } from "../layouts/tab-memory";
import type { PickerGroup } from "../ui/picker";
import { useWords } from "../words/use-words";
import { readConversation } from "./read-conversation";

/** More would take long to walk a thousand times. */
export const MOST_REQUESTS = 120;

export interface Conversation {
  readonly id: string;
  readonly requests: readonly GivenSegments[];
  /** Requests it has; the first of them are walked. */
  readonly all: number;
  /** What was left out or changed, a sentence each. */
  readonly notes: readonly Said[];
}

type Status =
  | { readonly kind: "ready" }
  | { readonly kind: "reading" }
  | { readonly kind: "failed"; readonly reason: Said };

interface Opened {
  readonly client: QuestionClient;
  readonly close: () => void;
}

function openWorker(): Opened {
  const worker = new Worker(new URL("../../lib/worker/analysis.worker.ts", import.meta.url), {
    type: "module",
  });
  const client = createQuestionClient((job) => worker.postMessage(job));
  worker.onmessage = ({ data }: MessageEvent<WorkerAnswer>) => {
    if (data.to === "ask") client.receive(data);
  };
  worker.onerror = () => client.fail(tell("layers.noWorker"));
  return { client, close: () => worker.terminate() };
}

const NOT_READ = tell("layers.notRead");

/** Layouts kept in this browser, as a group of the list; the one that this tab has open comes first. */
function useKeptGroup(): readonly PickerGroup[] {
  const { t } = useWords();
  const [group, setGroup] = useState<readonly PickerGroup[]>([]);
  useEffect(() => {
    let isGone = false;
    openLayoutShelf()
      .list()
      .then(
        (names) => {
          if (isGone || names.length === 0) return;
          const open = readTabMemory()?.id;
          const isOpen = ({ id }: { readonly id: string }): boolean => id === open;
          const sorted = [...names.filter(isOpen), ...names.filter((name) => !isOpen(name))];
          const options = sorted.map(({ id, name }) => ({
            value: `kept:${id}`,
            label: id === open ? t("layers.openHere", { name }) : name,
          }));
          setGroup([{ label: t("layers.keptGroup"), options }]);
        },
        // Without storage there is nothing to choose.
        () => undefined,
      );
    return () => {
      isGone = true;
    };
  }, [t]);
  return group;
}

const scenesOf = (isMeasured: boolean, { say }: Words): PickerGroup["options"] =>
  SCENES.filter(({ evidence }) => (evidence === "observed") === isMeasured).map(({ id, name }) => ({
    value: id,
    label: say(name),
  }));

const fixedGroups = (words: Words): readonly PickerGroup[] => [
  { label: words.t("layers.measuredGroup"), options: scenesOf(true, words) },
  { label: words.t("layers.ruleGroup"), options: scenesOf(false, words) },
  {
    label: words.t("layers.examplesGroup"),
    options: presets.map(({ id, title }) => ({ value: `example:${id}`, label: words.say(title) })),
  },
];

const NAMES: Readonly<Record<string, Message>> = {
  session: tell("layers.askedSession"),
  layout: tell("layers.askedLayout"),
  kept: tell("layers.askedKept"),
};

/** All that can be chosen, and what is chosen though no list has it. */
function withAsked(groups: readonly PickerGroup[], asked: string, { t, say }: Words): readonly PickerGroup[] {
  if (groups.some(({ options }) => options.some(({ value }) => value === asked))) return groups;
  const label = say(ownField(NAMES, asked.split(":")[0] ?? "") ?? asked);
  return [{ label: t("layers.addressGroup"), options: [{ value: asked, label }] }, ...groups];
}

function ofScene(id: string): Conversation | null {
  const scene = findScene(id);
  return scene && { id, requests: scene.requests, all: scene.requests.length, notes: [] };
}

type Read = { readonly ok: true; readonly conversation: Conversation } | { ok: false; reason: Said };

export interface ConversationChoice {
  /** What was asked for, or until it is read what was shown before; null where there is nothing to show. */
  readonly conversation: Conversation | null;
  readonly status: Status;
  readonly groups: readonly PickerGroup[];
}

/** @param asked id of a scene, or what `readConversation` takes */
export function useConversation(asked: string): ConversationChoice {
  const words = useWords();
  const [last, setLast] = useState<{ readonly id: string; readonly read: Read } | null>(null);
  const [shown, setShown] = useState<Conversation | null>(null);
  const worker = useRef<Opened | null>(null);
  const kept = useKeptGroup();
  const scene = useMemo(() => ofScene(asked), [asked]);

  useEffect(
    () => () => {
      worker.current?.close();
      worker.current = null;
    },
    [],
  );

  useEffect(() => {
    if (scene) {
      setShown(scene);
      return;
    }
    let isGone = false;
    async function read(): Promise<Read> {
      const outcome = await readConversation(asked);
      if (!outcome.ok) return outcome;
      const { notes, ...document } = outcome.written;
      if (isGone) return { ok: false, reason: "" };
      worker.current ??= openWorker();
      const question = { kind: "list-prefixes", ...document, most: MOST_REQUESTS } as const;
      const answer = await worker.current.client.ask(question);
      if (!answer.ok) return answer;
      if (!answer.value) return { ok: false, reason: NOT_READ };
      return { ok: true, conversation: { id: asked, ...answer.value, notes } };
    }
    void read().then((outcome) => {
      // A choice made meanwhile counts.
      if (isGone) return;
      setLast({ id: asked, read: outcome });
      if (outcome.ok) setShown(outcome.conversation);
    });
    return () => {
      isGone = true;
    };
  }, [asked, scene]);

  const read = last?.id === asked ? last.read : null;
  const conversation = scene ?? (read === null ? shown : read.ok ? read.conversation : null);
  const status: Status =
    scene || read?.ok
      ? { kind: "ready" }
      : read
        ? { kind: "failed", reason: read.reason }
        : { kind: "reading" };
  return { conversation, status, groups: withAsked([...fixedGroups(words), ...kept], asked, words) };
}
