"use client";
/** Where the requests of a new recording go, and how long it is kept. */
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { EndpointPlan } from "../../lib/offers/endpoint";
import { formatMany } from "../../lib/values/figures";
import type { Said } from "../../lib/words/message";
import { Button } from "../ui/button";
import { Picker, type PickerGroup } from "../ui/picker";
import { Sentence } from "../words/sentence";
import { makeSession, type RecordTarget } from "./record-client";

interface RecordFormProps {
  readonly targets: readonly RecordTarget[];
  /** The longest it may be kept. */
  readonly hours: number;
}

const PLANS: Readonly<Record<EndpointPlan, string>> = {
  "pay-as-you-go": "Model Studio, pay as you go",
  workspace: "Model Studio, own host of a workspace",
  trial: "Model Studio, trial",
  "token-plan": "Token Plan",
  "coding-plan": "Coding Plan",
  operator: "Listed by the operator",
};
const EMULATOR = "emulator";
const HOURS = [1, 4, 24, 72, 168, 720];

/** One entry a host: a recording takes both dialects of it. */
function groupTargets(targets: readonly RecordTarget[]): PickerGroup[] {
  const hosts = targets.filter(({ dialect, plan }) => dialect !== "anthropic" || plan === "operator");
  const groups = new Map<string, { value: string; label: string }[]>();
  for (const { id, name, plan } of hosts) {
    const group = id === EMULATOR ? "" : PLANS[plan];
    groups.set(group, [...(groups.get(group) ?? []), { value: id, label: name }]);
  }
  return [...groups].map(([label, options]) => ({ label, options }));
}

const sayHours = (hours: number): string =>
  hours % 24 === 0 ? `${hours / 24} ${hours === 24 ? "day" : "days"}` : formatMany(hours, "hour");

export function RecordForm({ targets, hours: most }: RecordFormProps) {
  const router = useRouter();
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
      aria-label="New recording"
      className="mt-6 rounded-lg border border-line bg-panel p-4"
      onSubmit={(event) => {
        event.preventDefault();
        void start();
      }}
    >
      <div className="flex flex-wrap gap-2">
        <Picker
          label="Send on to"
          className="max-w-full"
          value={targetId}
          groups={groupTargets(targets)}
          onPick={setTarget}
        />
        {needsWorkspace && (
          <label className="inline-flex items-center gap-1.5 rounded-md border border-line bg-panel pl-2.5 focus-within:outline-2 focus-within:outline-accent">
            <span className="text-mute">Workspace</span>
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
          label="Keep for"
          value={String(hours)}
          groups={[
            {
              label: "",
              options: [...new Set([...HOURS.filter((each) => each < most), most])].map((each) => ({
                value: String(each),
                label: sayHours(each),
              })),
            },
          ]}
          onPick={(picked) => setHours(Number(picked))}
        />
      </div>
      <p className="mt-3 text-mute">
        {targetId === EMULATOR
          ? "The emulator bills by the rules of Model Studio and answers with filler text: it costs nothing and needs no key."
          : "The agent sends its own key with each request. It passes through, and is never kept."}{" "}
        Keys of a Token Plan or a Coding Plan may not go through a server such as this one, so those hosts are
        not offered.
      </p>
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <Button look="main" type="submit" disabled={isMaking}>
          {isMaking ? "Starting…" : "Start recording"}
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
