"use client";
/** Where the requests of a new recording go, and how long it is kept. */
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { EndpointPlan } from "../../lib/offers/endpoint";
import type { Words } from "../../lib/words/create-words";
import type { MessageKey, Said } from "../../lib/words/message";
import { tell } from "../../lib/words/message";
import { Button } from "../ui/button";
import { Picker, type PickerGroup } from "../ui/picker";
import { Sentence } from "../words/sentence";
import { useWords } from "../words/use-words";
import { makeSession, type RecordTarget } from "./record-client";

interface RecordFormProps {
  readonly targets: readonly RecordTarget[];
  /** The longest it may be kept. */
  readonly hours: number;
}

const PLANS: Readonly<Record<EndpointPlan, MessageKey>> = {
  "pay-as-you-go": "record.payAsYouGo",
  workspace: "record.ownHost",
  trial: "record.trial",
  "token-plan": "record.tokenPlan",
  "coding-plan": "record.codingPlan",
  operator: "record.operatorHosts",
};
const EMULATOR = "emulator";
const HOURS = [1, 4, 24, 72, 168, 720];

/** One entry a host: a recording takes both dialects of it. */
function groupTargets(targets: readonly RecordTarget[], t: Words["t"]): PickerGroup[] {
  const hosts = targets.filter(({ dialect, plan }) => dialect !== "anthropic" || plan === "operator");
  const groups = new Map<MessageKey | "", { value: string; label: string }[]>();
  for (const { id, name, plan } of hosts) {
    const group = id === EMULATOR ? "" : PLANS[plan];
    groups.set(group, [...(groups.get(group) ?? []), { value: id, label: name }]);
  }
  return [...groups].map(([key, options]) => ({ label: key === "" ? "" : t(key), options }));
}

const sayHours = (hours: number, t: Words["t"]): string =>
  hours % 24 === 0 ? t("values.days", { days: hours / 24 }) : t("record.hours", { hours });

export function RecordForm({ targets, hours: most }: RecordFormProps) {
  const router = useRouter();
  const { t, sentences } = useWords();
  const [targetId, setTarget] = useState(EMULATOR);
  const [workspace, setWorkspace] = useState("");
  const [hours, setHours] = useState(most);
  const [isMaking, setIsMaking] = useState(false);
  const [problem, setProblem] = useState<Said | null>(null);
  const target = targets.find(({ id }) => id === targetId);
  const needsWorkspace = target?.needsWorkspace ?? false;

  async function start(): Promise<void> {
    setIsMaking(true);
    setProblem(null);
    const made = await makeSession({ target: targetId, workspace: needsWorkspace ? workspace : "", hours });
    if (made.ok) router.push(`/record/${made.value}`);
    else {
      setIsMaking(false);
      setProblem(made.reason);
    }
  }

  return (
    <form
      aria-label={t("record.newRecording")}
      className="mt-6 rounded-lg border border-line bg-panel p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <div className="flex flex-wrap gap-2">
        <Picker
          label={t("record.sendOnTo")}
          className="max-w-full"
          value={targetId}
          groups={groupTargets(targets, t)}
          onPick={setTarget}
        />
        {needsWorkspace && (
          <label className="inline-flex items-center gap-1.5 rounded-md border border-line bg-panel pl-2.5 focus-within:outline-2 focus-within:outline-accent">
            <span className="text-mute">{t("record.workspace")}</span>
            <input
              value={workspace}
              required
              maxLength={64}
              placeholder="workspace-id"
              onChange={({ target: field }) => setWorkspace(field.value.trim())}
              className="w-36 bg-transparent py-1 pr-2 font-mono text-xs outline-none"
            />
          </label>
        )}
        <Picker
          label={t("record.keepFor")}
          value={String(hours)}
          groups={[
            {
              label: "",
              options: [...new Set([...HOURS.filter((each) => each < most), most])].map((each) => ({
                value: String(each),
                label: sayHours(each, t),
              })),
            },
          ]}
          onPick={(picked) => setHours(Number(picked))}
        />
      </div>
      <p className="mt-3 text-mute">
        {sentences([
          tell(targetId === EMULATOR ? "record.emulatorNote" : "record.keyNote"),
          tell("record.plansNote"),
        ])}
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button look="main" type="submit" disabled={isMaking}>
          {isMaking ? t("record.starting") : t("record.start")}
        </Button>
        {problem && (
          <span role="alert" className="text-bad">
            <Sentence said={problem} />
          </span>
        )}
      </div>
    </form>
  );
}
