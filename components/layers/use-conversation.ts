"use client";
/** The conversation that is walked: a scene, an example, or a layout kept in this browser. */
import { useEffect, useRef, useState } from "react";
import type { GivenSegments } from "../../lib/compare/given-request";
import { findScene, SCENES } from "../../lib/layers/scenes";
import type { Settings } from "../../lib/pipeline/analysis";
import type { PrefixList } from "../../lib/pipeline/list-prefixes";
import { presets } from "../../lib/timeline/presets/presets";
import type { Said } from "../../lib/words/message";
import type { WorkerAnswer } from "../../lib/worker/messages";
import { createQuestionClient, type QuestionClient } from "../../lib/worker/question-client";
import { openLayoutShelf } from "../layouts/layout-shelf";
import type { PickerGroup } from "../ui/picker";

/** More would take long to walk a thousand times. */
const MOST_REQUESTS = 120;

export interface Conversation {
  readonly id: string;
  readonly requests: readonly GivenSegments[];
  /** Requests it has; the first of them are walked. */
  readonly all: number;
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
  worker.onerror = () =>
    client.fail("The worker that counts tokens could not be started. Reload the page to try again.");
  return { client, close: () => worker.terminate() };
}

interface Written {
  readonly text: string;
  readonly settings: Settings;
}

/** Null where a kept layout is gone. */
async function readWritten(id: string): Promise<Written | null> {
  const [kind, name = ""] = id.split(/:(.*)/s);
  const preset = presets.find((each) => each.id === name);
  if (kind === "example" && preset) {
    const { text, model, scenario } = preset;
    return { text, settings: { model, region: "intl", scenario } };
  }
  const kept = await openLayoutShelf().read(name);
  if (!kept) return null;
  const { text, model, region, scenario, play, mediaSizes } = kept.layout;
  const settings = { model: model ?? presets[0].model, region, scenario, ...play };
  return { text, settings: mediaSizes ? { ...settings, mediaSizes } : settings };
}

const NOT_READ = "It is no request that can be read. Open it in the playground to see why.";

/** Layouts kept in this browser, as a group of the list. */
function useKeptGroup(): readonly PickerGroup[] {
  const [group, setGroup] = useState<readonly PickerGroup[]>([]);
  useEffect(() => {
    let isGone = false;
    openLayoutShelf()
      .list()
      .then(
        (names) => {
          const options = names.map(({ id, name }) => ({ value: `kept:${id}`, label: name }));
          if (!isGone && options.length > 0) setGroup([{ label: "Yours, kept in this browser", options }]);
        },
        // Without storage there is nothing to choose.
        () => undefined,
      );
    return () => {
      isGone = true;
    };
  }, []);
  return group;
}

const FIXED_GROUPS: readonly PickerGroup[] = [
  {
    label: "Measured",
    options: SCENES.filter(({ evidence }) => evidence === "observed").map(({ id, name }) => ({
      value: id,
      label: name,
    })),
  },
  {
    label: "By rule",
    options: SCENES.filter(({ evidence }) => evidence !== "observed").map(({ id, name }) => ({
      value: id,
      label: name,
    })),
  },
  { label: "Examples", options: presets.map(({ id, title }) => ({ value: `example:${id}`, label: title })) },
];

export interface ConversationChoice {
  readonly conversation: Conversation;
  /** What is asked for: the conversation has it once the status is ready. */
  readonly asked: string;
  readonly status: Status;
  readonly groups: readonly PickerGroup[];
  readonly choose: (id: string) => void;
}

const FIRST = SCENES[0];

const ofScene = (id: string): Conversation | null => {
  const scene = findScene(id);
  return scene ? { id, requests: scene.requests, all: scene.requests.length } : null;
};

export function useConversation(): ConversationChoice {
  const [conversation, setConversation] = useState<Conversation>(() => ({
    id: FIRST?.id ?? "",
    requests: FIRST?.requests ?? [],
    all: FIRST?.requests.length ?? 0,
  }));
  const [asked, setAsked] = useState(conversation.id);
  const [status, setStatus] = useState<Status>({ kind: "ready" });
  const worker = useRef<Opened | null>(null);
  const newest = useRef(asked);
  const kept = useKeptGroup();
  useEffect(() => () => worker.current?.close(), []);

  async function read(id: string): Promise<{ list: PrefixList } | { reason: Said }> {
    const written = await readWritten(id);
    if (!written) return { reason: "This layout is not kept in this browser any more." };
    worker.current ??= openWorker();
    const answer = await worker.current.client.ask({
      kind: "list-prefixes",
      ...written,
      most: MOST_REQUESTS,
    });
    if (!answer.ok) return { reason: answer.reason };
    return answer.value ? { list: answer.value } : { reason: NOT_READ };
  }

  function choose(id: string): void {
    newest.current = id;
    setAsked(id);
    const scene = ofScene(id);
    if (scene) {
      setConversation(scene);
      setStatus({ kind: "ready" });
      return;
    }
    setStatus({ kind: "reading" });
    const show = (outcome: Awaited<ReturnType<typeof read>>): void => {
      // A choice made meanwhile counts.
      if (newest.current !== id) return;
      if ("reason" in outcome) {
        setStatus({ kind: "failed", reason: outcome.reason });
        return;
      }
      setConversation({ id, ...outcome.list });
      setStatus({ kind: "ready" });
    };
    read(id).then(show, () => show({ reason: "This browser’s storage cannot be read." }));
  }

  return { conversation, asked, status, groups: [...FIXED_GROUPS, ...kept], choose };
}
