"use client";
/** How to point an agent at this recording: the lines of each kind of agent, to be copied. */
import { useState, useSyncExternalStore } from "react";
import { CopyBlock } from "../connect/copy-block";
import { Tabs } from "../ui/tabs";
import { useWords } from "../words/use-words";
import { writeLines } from "./environment-lines";

interface ConnectLinesProps {
  readonly session: string;
  readonly toEmulator: boolean;
}

const noChange = () => () => undefined;

export function ConnectLines({ session, toEmulator }: ConnectLinesProps) {
  const { t, say } = useWords();
  const [shown, setShown] = useState("claude-code");
  const origin = useSyncExternalStore(
    noChange,
    () => window.location.origin,
    () => "",
  );
  const tabs = writeLines({ origin, session, toEmulator }).map(({ id, name, files }) => ({
    id,
    label: say(name),
    content: (
      <div className="px-3.5 pb-3.5">
        {files.map(({ path, content }) => (
          <CopyBlock key={content} title={say(path)} text={content} />
        ))}
      </div>
    ),
  }));
  return (
    <div className="flex overflow-hidden rounded-lg border border-line bg-panel">
      <Tabs label={t("record.agent")} tabs={tabs} active={shown} onChange={setShown} />
    </div>
  );
}
