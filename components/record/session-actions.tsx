"use client";
/** What one does with a recording: open it in the playground, take a report away, delete it. */
import { useState } from "react";
import type { RunSettings } from "../../lib/run/predict-run";
import type { RecordedSession } from "../../lib/sessions/recorded-exchange";
import type { CheapestView, SessionLane, SessionView } from "../../lib/sessions/session-view";
import { writeSessionJson, writeSessionMarkdown } from "../../lib/sessions/write-session-report";
import { saveFile } from "../timeline/draw-to-file";
import { MenuButton } from "../ui/menu-button";
import { keepForPlayground } from "./open-in-playground";

interface SessionActionsProps {
  readonly session: RecordedSession;
  readonly view: SessionView;
  readonly cheapest: CheapestView | null;
  readonly settings: RunSettings;
}

/** The playground with its list of what could be saved. */
const SAVINGS = "/#sheet=savings";

const REPORT = "prompt-cache-recording";

export function SessionActions({ session, view, cheapest, settings }: SessionActionsProps) {
  const [problem, setProblem] = useState<string | null>(null);

  async function open(lane: SessionLane | null, address = "/"): Promise<void> {
    const wrong = await keepForPlayground(session, lane, settings);
    setProblem(wrong);
    // A load of its own: the playground reads what this tab remembers when it starts.
    if (wrong === null) window.location.assign(address);
  }

  const lanes = view.lanes.filter(({ kind }) => kind !== "side-request");
  return (
    <>
      <MenuButton
        label="Open in the playground"
        items={[
          { label: "All requests", onPick: () => void open(null) },
          { label: "All requests, what could be saved", onPick: () => void open(null, SAVINGS) },
          ...lanes.map((lane) => ({ label: `Only ${lane.name}`, onPick: () => void open(lane) })),
        ]}
      />
      <MenuButton
        label="Report"
        items={[
          {
            label: "Download Markdown",
            onPick: () =>
              saveFile(
                `${REPORT}.md`,
                writeSessionMarkdown(session, view, cheapest),
                "text/markdown;charset=utf-8",
              ),
          },
          {
            label: "Download JSON",
            onPick: () =>
              saveFile(`${REPORT}.json`, writeSessionJson(session, view, cheapest), "application/json"),
          },
        ]}
      />
      {problem && (
        <span role="alert" className="basis-full text-bad sm:order-last">
          {problem}
        </span>
      )}
    </>
  );
}
