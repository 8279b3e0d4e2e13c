"use client";
/** The page of the layers: which conversation is walked, the walk itself, and what was measured elsewhere. */
import Link from "next/link";
import { firstSettings, listSwitched } from "../../lib/layers/layers-address";
import { findScene } from "../../lib/layers/scenes";
import { writeTabMemory } from "../layouts/tab-memory";
import { Button } from "../ui/button";
import { Picker } from "../ui/picker";
import { Sentence } from "../words/sentence";
import { useWords } from "../words/use-words";
import { LayersDesk } from "./layers-desk";
import { MeasuredTables } from "./measured-tables";
import { type Conversation, useConversation } from "./use-conversation";
import { useLayersAddress } from "./use-layers-address";

/** Back to where the conversation is edited, or was recorded. */
function WayBack({ asked }: { readonly asked: string }) {
  const { t } = useWords();
  const [kind, name = ""] = asked.split(/:(.*)/s);
  const look = "font-medium text-accent hover:underline";
  if (kind === "kept") {
    // A load of its own: the playground reads what this tab remembers when it starts.
    return (
      <a href="/" className={look} onClick={() => writeTabMemory({ id: name, address: "/" })}>
        {t("layers.toPlayground")}
      </a>
    );
  }
  const href = {
    example: `/#example=${name}`,
    layout: `/#${name}`,
    session: `/record/${encodeURIComponent(name)}`,
  }[kind ?? ""];
  if (href === undefined) return null;
  return (
    <Link href={href} prefetch={false} className={look}>
      {t(kind === "session" ? "layers.toRecording" : "layers.toPlayground")}
    </Link>
  );
}

/** What the conversation is, and where its figures come from. */
function About({ asked, conversation }: { readonly asked: string; readonly conversation: Conversation }) {
  const { t, say, gap, sentences } = useWords();
  const scene = findScene(asked);
  if (scene) {
    return (
      <>
        {say(scene.about)}
        <span className="text-xs text-faint">
          {gap}
          {typeof scene.source === "string" ? (
            <a href={scene.source} className="underline">
              {t(`layers.evidence_${scene.evidence}`)}
            </a>
          ) : (
            t(`layers.evidence_${scene.evidence}`)
          )}
          {t("values.comma")}
          {scene.asOf}
        </span>
      </>
    );
  }
  const { all, requests, notes } = conversation;
  return (
    <>
      {sentences([
        all > requests.length
          ? t("layers.losingFirst", { all, walked: requests.length })
          : t("layers.losing", { all }),
        ...notes,
      ])}
    </>
  );
}

export function LayersView() {
  const { t } = useWords();
  const { address, go } = useLayersAddress();
  const { conversation: asked, settings, request } = address;
  const { conversation, status, groups } = useConversation(asked);
  const open = (id: string): void => go({ conversation: id, settings: firstSettings(id), request: 0 });
  const first = firstSettings(asked);
  const isChanged = listSwitched(first, settings).length > 0;
  return (
    <div className="mt-5 flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-2">
        <Picker
          label={t("layers.conversation")}
          value={asked}
          groups={groups}
          onPick={open}
          className="max-w-full"
        />
        {isChanged && (
          <Button onClick={() => go({ ...address, settings: first })}>{t("layers.atFirst")}</Button>
        )}
        <WayBack asked={asked} />
        <p role="status" className="w-full text-mute">
          {status.kind === "reading" && t("layers.counting")}
          {status.kind === "failed" && (
            <span className="text-bad">
              <Sentence said={status.reason} />
            </span>
          )}
          {status.kind === "ready" && conversation && <About asked={asked} conversation={conversation} />}
        </p>
      </div>
      {conversation && (
        <div aria-busy={status.kind === "reading"} className={status.kind === "ready" ? "" : "opacity-50"}>
          <LayersDesk
            conversation={conversation}
            settings={settings}
            request={request}
            onSettings={(next) => go({ ...address, settings: next })}
            onRequest={(next) => go({ ...address, request: next })}
          />
        </div>
      )}
      <MeasuredTables onOpen={open} />
    </div>
  );
}
