"use client";
/** What one does with a recording: open it in the playground, walk it through the layers, take a report away, delete it. */
import Link from "next/link";
import { useState } from "react";
import type { RunSettings } from "../../lib/run/predict-run";
import type { RecordedSession } from "../../lib/sessions/recorded-exchange";
import type { CheapestView, SessionLane, SessionView } from "../../lib/sessions/session-view";
import { writeSessionJson, writeSessionMarkdown } from "../../lib/sessions/write-session-report";
import type { Said } from "../../lib/words/message";
import { saveFile } from "../timeline/draw-to-file";
import { MenuButton } from "../ui/menu-button";
import { Sentence } from "../words/sentence";
import { useWords } from "../words/use-words";
import { keepForPlayground } from "./open-in-playground";

interface SessionActionsProps {
  readonly id: string;
  readonly session: RecordedSession;
  readonly view: SessionView;
  readonly cheapest: CheapestView | null;
  readonly settings: RunSettings;
}

/** The playground with its list of what could be saved. */
const SAVINGS = "/#sheet=savings";

const REPORT = "prompt-cache-recording";

export function SessionActions({ id, session, view, cheapest, settings }: SessionActionsProps) {
  const words = useWords();
  const { t } = words;
  const [problem, setProblem] = useState<Said | null>(null);

  async function open(lane: SessionLane | null, address = "/"): Promise<void> {
    const wrong = await keepForPlayground(session, lane, view.lanes, settings, words);
    setProblem(wrong);
    // A load of its own: the playground reads what this tab remembers when it starts.
    if (wrong === null) window.location.assign(address);
  }

  const lanes = view.lanes.filter(({ kind }) => kind !== "side-request");
  return (
    <>
      <MenuButton
        label={t("record.openInPlayground")}
        items={[
          { label: t("record.allRequests"), onPick: () => void open(null) },
          { label: t("record.allSavings"), onPick: () => void open(null, SAVINGS) },
          ...lanes.map((lane) => ({
            label: t("record.onlyLane", { lane: lane.name }),
            onPick: () => void open(lane),
          })),
        ]}
      />
      <Link
        href={`/layers#session=${encodeURIComponent(id)}`}
        prefetch={false}
        className="rounded-md border border-line bg-panel px-2.5 py-1 hover:bg-hover"
      >
        {t("record.throughLayers")}
      </Link>
      <MenuButton
        label={t("record.report")}
        items={[
          {
            label: t("record.downloadMarkdown"),
            onPick: () =>
              saveFile(
                `${REPORT}.md`,
                writeSessionMarkdown(session, view, cheapest, words),
                "text/markdown;charset=utf-8",
              ),
          },
          {
            label: t("record.downloadJson"),
            onPick: () =>
              saveFile(
                `${REPORT}.json`,
                writeSessionJson(session, view, cheapest, words),
                "application/json",
              ),
          },
        ]}
      />
      {problem && (
        <span role="alert" className="basis-full text-bad sm:order-last">
          <Sentence said={problem} />
        </span>
      )}
    </>
  );
}
