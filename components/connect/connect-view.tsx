"use client";
/** Settings that point a coding tool at Model Studio: pick the tool, the plan and the way, copy what it needs. */
import Link from "next/link";
import { type ReactNode, useEffect, useState, useSyncExternalStore } from "react";
import { chooseConnection, hostOf, listHosts, objectToRoute } from "../../lib/connect/choose-connection";
import { foldMarkers } from "../../lib/connect/fold-markers";
import { findTool, listTools } from "../../lib/connect/list-tools";
import type { ConnectRoute } from "../../lib/connect/recipe";
import { findCacheOffer } from "../../lib/offers/cache-offers";
import { listModels } from "../../lib/offers/catalogue";
import type { EndpointPlan } from "../../lib/offers/endpoint";
import { isWorkspace } from "../../lib/offers/endpoints";
import { listPrices } from "../../lib/offers/prices";
import { type MessageKey, tell } from "../../lib/words/message";
import { Button } from "../ui/button";
import { CodeText } from "../ui/code-text";
import { Hint } from "../ui/hint";
import { Picker } from "../ui/picker";
import { SegmentedControl } from "../ui/segmented-control";
import { Tag } from "../ui/tag";
import { useWords } from "../words/use-words";
import { type ConnectState, writeConnectQuery } from "./connect-query";
import { CopyBlock } from "./copy-block";
import { EVIDENCE_WORDS } from "./evidence-words";
import { MarkerFold } from "./marker-fold";
import { useRecording } from "./use-recording";

const PLANS: readonly (readonly [EndpointPlan, MessageKey])[] = [
  ["pay-as-you-go", "connect.payAsYouGo"],
  ["workspace", "connect.ownHost"],
  ["token-plan", "connect.tokenPlan"],
  ["coding-plan", "connect.codingPlan"],
  ["trial", "connect.trial"],
];

const ROUTES = [
  { value: "direct", labelKey: "connect.direct" },
  { value: "record", labelKey: "connect.record" },
  { value: "emulator", labelKey: "connect.emulator" },
] as const satisfies readonly { readonly value: ConnectRoute; readonly labelKey: MessageKey }[];

const noChange = () => () => undefined;
const useOrigin = (): string =>
  useSyncExternalStore(
    noChange,
    () => window.location.origin,
    () => "http://localhost:3000",
  );

const planOf = (host: string): EndpointPlan =>
  listHosts().find((endpoint) => hostOf(endpoint) === host)?.plan ?? "pay-as-you-go";

export function ConnectView({ initial }: { initial: ConnectState }) {
  const { t, say, rich, sentences } = useWords();
  const [state, setState] = useState(initial);
  const origin = useOrigin();
  const tool = findTool(state.tool);
  const plan = planOf(state.host);
  const recording = useRecording(`${state.host}-${tool.dialect}`, state.workspace);
  const connection = chooseConnection(state, { origin, session: recording.session });
  const objection = objectToRoute(state);
  const sends = tool.sends(connection);
  const missing =
    state.route === "record" && !recording.session
      ? t("connect.recordFirst")
      : state.route === "direct" && plan === "workspace" && !isWorkspace(state.workspace)
        ? t("connect.workspaceFirst")
        : null;
  const change = (part: Partial<ConnectState>): void => setState((before) => ({ ...before, ...part }));

  useEffect(() => {
    window.history.replaceState(null, "", `${window.location.pathname}${writeConnectQuery(state)}`);
  }, [state]);

  function pickPlan(picked: string): void {
    const first = listHosts().find((endpoint) => endpoint.plan === picked);
    if (first) change({ host: hostOf(first) });
  }

  const region = listHosts().find((endpoint) => hostOf(endpoint) === state.host)?.region ?? null;
  const models = listModels()
    .map(({ model }) => model)
    .filter((model) => !model.includes("*"))
    // A model without a price in a region is not offered there.
    .filter((model) => region === null || listPrices(model, region).length > 0);
  const offer = findCacheOffer(state.model, region, "explicit");
  return (
    <>
      <div className="mt-5 flex flex-wrap gap-2">
        <Picker
          label={t("connect.tool")}
          value={tool.id}
          groups={[{ label: "", options: listTools().map(({ id, name }) => ({ value: id, label: name })) }]}
          onPick={(id) => change({ tool: id })}
        />
        <Picker
          label={t("connect.plan")}
          value={plan}
          groups={[{ label: "", options: PLANS.map(([value, key]) => ({ value, label: t(key) })) }]}
          onPick={pickPlan}
        />
        <Picker
          label={t("connect.region")}
          value={state.host}
          groups={[
            {
              label: "",
              options: listHosts()
                .filter((endpoint) => endpoint.plan === plan)
                .map((endpoint) => ({ value: hostOf(endpoint), label: say(endpoint.name) })),
            },
          ]}
          onPick={(host) => change({ host })}
        />
        <Picker
          label={t("connect.model")}
          value={state.model}
          groups={[
            {
              label: "",
              options: [...new Set([state.model, ...models])].map((value) => ({ value, label: value })),
            },
          ]}
          onPick={(model) => change({ model })}
        />
        {plan === "workspace" && (
          <label className="inline-flex items-center gap-1.5 rounded-md border border-line bg-panel pl-2.5">
            <span className="text-mute">{t("connect.workspace")}</span>
            <input
              value={state.workspace}
              maxLength={64}
              placeholder="workspace-id"
              onChange={({ target }) => change({ workspace: target.value.trim() })}
              className="w-36 bg-transparent py-1 pr-2 font-mono text-xs outline-none"
            />
          </label>
        )}
      </div>
      {offer.status !== "offered" && (
        <p role="status" className="mt-3 rounded-md bg-line-soft px-3 py-2" data-offer={offer.status}>
          {sentences([
            tell(offer.status === "not-offered" ? "connect.notOffered" : "connect.offerUnknown", {
              model: state.model,
            }),
            offer.why,
          ])}
        </p>
      )}
      <div className="mt-3">
        <SegmentedControl
          label={t("connect.route")}
          value={state.route}
          options={ROUTES.map(({ value, labelKey }) => ({ value, label: t(labelKey) }))}
          onChange={(route) => change({ route })}
        />
      </div>

      {state.route === "record" &&
        (objection ? (
          <p role="status" className="mt-4 rounded-md bg-bad-wash px-3 py-2">
            {say(objection)}
          </p>
        ) : recording.session ? (
          <p className="mt-4 rounded-md bg-line-soft px-3 py-2">
            {rich("connect.recordingReady", {
              a: (pieces: ReactNode) => (
                <Link
                  href={`/record/${recording.session}`}
                  className="font-medium text-accent hover:underline"
                  prefetch={false}
                >
                  {pieces}
                </Link>
              ),
            })}
          </p>
        ) : (
          <div className="mt-4 flex flex-wrap items-center gap-3 rounded-md bg-line-soft px-3 py-2">
            <Button look="main" disabled={recording.isMaking} onClick={() => void recording.make()}>
              {t("connect.makeRecording")}
            </Button>
            <span role="status" className={recording.problem ? "text-bad" : "text-mute"}>
              {recording.problem === null ? t("connect.recordingFills") : say(recording.problem)}
            </span>
          </div>
        ))}

      <section aria-labelledby="settings" className="mt-8">
        <h2 id="settings" className="font-semibold">
          {t("connect.settings")}{" "}
          <Hint text={tool.source}>
            <a href={tool.source} target="_blank" rel="noreferrer">
              <Tag>
                {t("connect.evidenceAsOf", { evidence: t(EVIDENCE_WORDS[tool.evidence]), asOf: tool.asOf })}
              </Tag>
            </a>
          </Hint>
        </h2>
        {tool.write(connection).map(({ path, content }) => (
          <CopyBlock key={content} title={say(path)} text={content} missing={missing} />
        ))}
        {sends.markers.length === 0 && (
          <p
            role="note"
            className={`mt-3 rounded-md px-3 py-2 ${sends.asksForSession ? "bg-line-soft" : "bg-bad-wash"}`}
          >
            <CodeText
              text={
                sends.asksForSession
                  ? t("connect.sessionSent")
                  : sentences([tell("connect.noMarkerSent"), sends.note ?? ""])
              }
            />
          </p>
        )}
        <p className="mt-2 text-mute">
          {state.route === "emulator" ? (
            <CodeText text={t("connect.emulatorKey", { keyName: connection.keyName })} />
          ) : (
            t("connect.keyFrom", { keyName: connection.keyName })
          )}
        </p>
      </section>

      <section aria-labelledby="marks" className="mt-8">
        <h2 id="marks" className="font-semibold">
          {t("connect.whatItMarks")}
        </h2>
        <MarkerFold
          {...sends}
          markers={foldMarkers(sends.markers, connection.generation, offer.status !== "not-offered")}
        />
      </section>

      <section aria-labelledby="traps" className="mt-8">
        <h2 id="traps" className="font-semibold">
          {t("connect.whatCostsReads")}
        </h2>
        <ul className="mt-2 grid gap-3 sm:grid-cols-2">
          {tool.traps.map(({ title, text, evidence, source, asOf }) => (
            <li key={title.key} className="rounded-lg border border-line bg-panel p-3.5">
              <h3 className="font-medium">{say(title)}</h3>
              <p className="mt-1 text-mute">
                <CodeText text={say(text)} />
              </p>
              <Hint text={source}>
                <a href={source} target="_blank" rel="noreferrer" className="mt-2 inline-block">
                  <Tag>{t("connect.evidenceAsOf", { evidence: t(EVIDENCE_WORDS[evidence]), asOf })}</Tag>
                </a>
              </Hint>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
