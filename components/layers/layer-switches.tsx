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
import { NumberField } from "../ui/number-field";
import { Picker } from "../ui/picker";
import { Switch } from "../ui/switch";
import { VendorFields } from "./vendor-fields";

const ROUTER_NAMES: Readonly<Record<RouterPolicy, string>> = {
  pinned: "Pinned to the first",
  sticky: "Sticky by conversation",
  "round-robin": "In turn",
  uniform: "By chance",
  "by-price": "By chance, cheap ones first",
  given: "As it was measured",
};
const GATEWAY_NAMES: Readonly<Record<GatewayPolicy, string>> = {
  affinity: "By prefix",
  "round-robin": "In turn",
  uniform: "By chance",
};
const HOST_NAMES: Readonly<Record<HostPolicy, string>> = {
  sticky: "Sticky by conversation",
  "round-robin": "In turn",
  uniform: "By chance",
};
const ENGINE_NAMES: Readonly<Record<LayerEngine, string>> = {
  vllm: "vLLM",
  sglang: "SGLang",
  "tensorrt-llm": "TensorRT-LLM",
  none: "No prefix cache",
};

const optionsOf = <Value extends string>(
  values: readonly Value[],
  names: Readonly<Record<Value, string>>,
) => [{ label: "", options: values.map((value) => ({ value, label: names[value] })) }];

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
  const { router, gateway, host, engine, model, hardware } = settings;
  const routes = ROUTER_POLICIES.filter((policy) => policy !== "given" || router.picks.length > 0);
  const memory = model.memory ?? 16;
  return (
    <section aria-label="Switches" className="min-w-0 rounded-lg border border-line bg-panel">
      <Layer title="Router" about="which vendor">
        <Picker
          label="Route"
          value={router.policy}
          groups={optionsOf(routes, ROUTER_NAMES)}
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
      <Layer title="Gateway" about="which of a vendor’s clusters">
        <Picker
          label="Clusters are chosen"
          value={gateway.policy}
          groups={optionsOf(GATEWAY_POLICIES, GATEWAY_NAMES)}
          onPick={(policy) =>
            onChange({ ...settings, gateway: { ...gateway, policy: policy as GatewayPolicy } })
          }
        />
        <Count
          label="Clusters"
          value={gateway.clusters}
          most={MOST_PLACES}
          onChange={(clusters) => onChange({ ...settings, gateway: { ...gateway, clusters } })}
        />
        <Switch
          checked={gateway.passesUsage}
          onChange={(passesUsage) => onChange({ ...settings, gateway: { ...gateway, passesUsage } })}
        >
          <span className="text-xs">Passes the usage field on</span>
        </Switch>
      </Layer>
      <Layer title="Host" about="which replica of a cluster">
        <Picker
          label="Replicas are chosen"
          value={host.policy}
          groups={optionsOf(HOST_POLICIES, HOST_NAMES)}
          onPick={(policy) => onChange({ ...settings, host: { ...host, policy: policy as HostPolicy } })}
        />
        <Count
          label="Replicas"
          value={host.replicas}
          most={MOST_PLACES}
          onChange={(replicas) => onChange({ ...settings, host: { ...host, replicas } })}
        />
      </Layer>
      <Layer title="Engine" about="keeps whole blocks, free of charge">
        <Picker
          label="Engine"
          value={engine.id}
          groups={optionsOf(LAYER_ENGINES, ENGINE_NAMES)}
          onPick={(id) => onChange(withEngine(settings, id as LayerEngine))}
        />
        {engine.id !== "none" && (
          <Count
            label={engine.id === "sglang" ? "Tokens a page" : "Tokens a block"}
            value={engine.block}
            most={MOST_BLOCK}
            onChange={(block) => onChange({ ...settings, engine: { ...engine, block } })}
          />
        )}
        {engine.id === "vllm" && (
          <p className="text-xs text-mute">
            Hybrid models need large blocks: a prompt that is shorter than one is never read.
            {hybridBlockOf(findArchitecture(model.architecture)) !== null &&
              " With speculative decoding one report reads a block less."}
          </p>
        )}
      </Layer>
      <Layer title="Model" about="how much a token takes">
        <Picker
          label="Architecture"
          value={model.architecture}
          groups={[{ label: "", options: ARCHITECTURES.map(({ id, name }) => ({ value: id, label: name })) }]}
          onPick={(architecture) => onChange(withArchitecture(settings, architecture))}
        />
        <Switch
          checked={model.memory !== null}
          onChange={(isBound) =>
            onChange({ ...settings, model: { ...model, memory: isBound ? memory : null } })
          }
        >
          <span className="text-xs">A replica’s memory has an end</span>
        </Switch>
        {model.memory !== null && (
          <span className="inline-flex items-center gap-1.5 text-xs text-mute">
            <NumberField
              label="GiB for what is kept"
              value={model.memory}
              min={0.01}
              max={MOST_MEMORY}
              step="any"
              className="w-20 text-ink"
              onChange={(next) => onChange({ ...settings, model: { ...model, memory: next } })}
            />
            <span aria-hidden>GiB for what is kept</span>
          </span>
        )}
        <Picker
          label="GPU"
          value={hardware.gpu}
          groups={[{ label: "", options: GPUS.map(({ id, name }) => ({ value: id, label: name })) }]}
          onPick={(gpu) => onChange({ ...settings, hardware: { ...hardware, gpu } })}
          hint="For the time that a prefill takes where you serve the model yourself"
        />
        <Count
          label="GPUs a replica"
          value={hardware.count}
          most={MOST_GPUS}
          onChange={(count) => onChange({ ...settings, hardware: { ...hardware, count } })}
        />
      </Layer>
    </section>
  );
}
