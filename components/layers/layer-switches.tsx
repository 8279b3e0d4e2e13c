"use client";
/** The switches of the five layers, from the router down to the model. */
import type { ReactNode } from "react";
import { GPUS } from "../../lib/layers/first-token";
import { ARCHITECTURES, findArchitecture, hybridBlockOf } from "../../lib/layers/kv-bytes";
import {
  GATEWAY_POLICIES,
  type GatewayPolicy,
  HOST_POLICIES,
  type HostPolicy,
  LAYER_ENGINES,
  type LayerEngine,
  type LayerSettings,
  MOST_BLOCK,
  MOST_GPUS,
  MOST_MEMORY,
  MOST_PLACES,
  ROUTER_POLICIES,
  type RouterPolicy,
} from "../../lib/layers/layer-settings";
import { withArchitecture, withEngine } from "../../lib/layers/switch-engine";
import { type Message, type Said, tell } from "../../lib/words/message";
import { NumberField } from "../ui/number-field";
import { Picker } from "../ui/picker";
import { Switch } from "../ui/switch";
import { useWords } from "../words/use-words";
import { VendorFields } from "./vendor-fields";

const ROUTER_NAMES: Readonly<Record<RouterPolicy, Message>> = {
  pinned: tell("layers.pinned"),
  sticky: tell("layers.sticky"),
  "round-robin": tell("layers.inTurn"),
  uniform: tell("layers.byChance"),
  "by-price": tell("layers.byPrice"),
  given: tell("layers.asMeasured"),
};
const GATEWAY_NAMES: Readonly<Record<GatewayPolicy, Message>> = {
  affinity: tell("layers.byPrefix"),
  "round-robin": tell("layers.inTurn"),
  uniform: tell("layers.byChance"),
};
const HOST_NAMES: Readonly<Record<HostPolicy, Message>> = {
  sticky: tell("layers.sticky"),
  "round-robin": tell("layers.inTurn"),
  uniform: tell("layers.byChance"),
};
const ENGINE_NAMES: Readonly<Record<LayerEngine, Said>> = {
  vllm: "vLLM",
  sglang: "SGLang",
  "tensorrt-llm": "TensorRT-LLM",
  none: tell("layers.noPrefixCache"),
};

const optionsOf = <Value extends string>(
  values: readonly Value[],
  names: Readonly<Record<Value, Said>>,
  say: (said: Said) => string,
) => [{ label: "", options: values.map((value) => ({ value, label: say(names[value]) })) }];

interface LayerProps {
  readonly title: string;
  readonly about: string;
  readonly children: ReactNode;
}

const Layer = ({ title, about, children }: LayerProps) => (
  <fieldset className="border-t border-line-soft px-3 py-2.5 first:border-t-0">
    <legend className="float-left mr-2 text-sm font-semibold">{title}</legend>
    <p className="text-xs leading-5 text-mute">{about}</p>
    <div className="clear-both mt-1.5 flex flex-wrap items-center gap-2">{children}</div>
  </fieldset>
);

interface CountProps {
  readonly label: string;
  readonly value: number;
  readonly most: number;
  readonly onChange: (value: number) => void;
}

const Count = ({ label, value, most, onChange }: CountProps) => (
  <span className="inline-flex items-center gap-1.5 text-xs text-mute">
    <span aria-hidden>{label}</span>
    <NumberField
      label={label}
      value={value}
      min={1}
      max={most}
      className="w-14 text-ink"
      onChange={(next) => onChange(Math.round(next))}
    />
  </span>
);

interface LayerSwitchesProps {
  readonly settings: LayerSettings;
  readonly onChange: (settings: LayerSettings) => void;
}

export function LayerSwitches({ settings, onChange }: LayerSwitchesProps) {
  const { t, say } = useWords();
  const { router, gateway, host, engine, model, hardware } = settings;
  const routes = ROUTER_POLICIES.filter((policy) => policy !== "given" || router.picks.length > 0);
  const memory = model.memory ?? 16;
  return (
    <section aria-label={t("layers.switches")} className="min-w-0 rounded-lg border border-line bg-panel">
      <Layer title={t("layers.router")} about={t("layers.routerAbout")}>
        <Picker
          label={t("layers.route")}
          value={router.policy}
          groups={optionsOf(routes, ROUTER_NAMES, say)}
          onPick={(policy) =>
            onChange({ ...settings, router: { ...router, policy: policy as RouterPolicy } })
          }
        />
        <VendorFields
          vendors={router.vendors}
          onChange={(vendors) => {
            // What was measured of other vendors says nothing of these.
            const isSame = vendors.length === router.vendors.length;
            const policy = router.policy === "given" && !isSame ? "uniform" : router.policy;
            const picks = isSame ? router.picks : [];
            onChange({ ...settings, router: { ...router, vendors, policy, picks } });
          }}
        />
      </Layer>
      <Layer title={t("layers.gateway")} about={t("layers.gatewayAbout")}>
        <Picker
          label={t("layers.clustersChosen")}
          value={gateway.policy}
          groups={optionsOf(GATEWAY_POLICIES, GATEWAY_NAMES, say)}
          onPick={(policy) =>
            onChange({ ...settings, gateway: { ...gateway, policy: policy as GatewayPolicy } })
          }
        />
        <Count
          label={t("layers.clusters")}
          value={gateway.clusters}
          most={MOST_PLACES}
          onChange={(clusters) => onChange({ ...settings, gateway: { ...gateway, clusters } })}
        />
        <Switch
          checked={gateway.passesUsage}
          onChange={(passesUsage) => onChange({ ...settings, gateway: { ...gateway, passesUsage } })}
        >
          <span className="text-xs">{t("layers.passesUsage")}</span>
        </Switch>
      </Layer>
      <Layer title={t("layers.host")} about={t("layers.hostAbout")}>
        <Picker
          label={t("layers.replicasChosen")}
          value={host.policy}
          groups={optionsOf(HOST_POLICIES, HOST_NAMES, say)}
          onPick={(policy) => onChange({ ...settings, host: { ...host, policy: policy as HostPolicy } })}
        />
        <Count
          label={t("layers.replicas")}
          value={host.replicas}
          most={MOST_PLACES}
          onChange={(replicas) => onChange({ ...settings, host: { ...host, replicas } })}
        />
      </Layer>
      <Layer title={t("layers.engine")} about={t("layers.engineAbout")}>
        <Picker
          label={t("layers.engine")}
          value={engine.id}
          groups={optionsOf(LAYER_ENGINES, ENGINE_NAMES, say)}
          onPick={(id) => onChange(withEngine(settings, id as LayerEngine))}
        />
        {engine.id !== "none" && (
          <Count
            label={t(engine.id === "sglang" ? "layers.tokensPage" : "layers.tokensBlock")}
            value={engine.block}
            most={MOST_BLOCK}
            onChange={(block) => onChange({ ...settings, engine: { ...engine, block } })}
          />
        )}
        {engine.id === "vllm" && (
          <p className="text-xs text-mute">
            {t(
              hybridBlockOf(findArchitecture(model.architecture)) === null
                ? "layers.hybridBlocks"
                : "layers.hybridSpeculative",
            )}
          </p>
        )}
      </Layer>
      <Layer title={t("layers.model")} about={t("layers.modelAbout")}>
        <Picker
          label={t("layers.architecture")}
          value={model.architecture}
          groups={[
            { label: "", options: ARCHITECTURES.map(({ id, name }) => ({ value: id, label: say(name) })) },
          ]}
          onPick={(architecture) => onChange(withArchitecture(settings, architecture))}
        />
        <Switch
          checked={model.memory !== null}
          onChange={(isBound) =>
            onChange({ ...settings, model: { ...model, memory: isBound ? memory : null } })
          }
        >
          <span className="text-xs">{t("layers.memoryEnds")}</span>
        </Switch>
        {model.memory !== null && (
          <span className="inline-flex items-center gap-1.5 text-xs text-mute">
            <NumberField
              label={t("layers.gib")}
              value={model.memory}
              min={0.01}
              max={MOST_MEMORY}
              step="any"
              className="w-20 text-ink"
              onChange={(next) => onChange({ ...settings, model: { ...model, memory: next } })}
            />
            <span aria-hidden>{t("layers.gib")}</span>
          </span>
        )}
        <Picker
          label="GPU"
          value={hardware.gpu}
          groups={[{ label: "", options: GPUS.map(({ id, name }) => ({ value: id, label: name })) }]}
          onPick={(gpu) => onChange({ ...settings, hardware: { ...hardware, gpu } })}
          hint={t("layers.gpuHint")}
        />
        <Count
          label={t("layers.gpusReplica")}
          value={hardware.count}
          most={MOST_GPUS}
          onChange={(count) => onChange({ ...settings, hardware: { ...hardware, count } })}
        />
      </Layer>
    </section>
  );
}
