"use client";
/** Describes a host of one's own, which is compared as a system like any other and kept with the layout. */
import { listPolicies } from "../../lib/compare/shown-systems";
import { CURRENCIES } from "../../lib/offers/offer";
import { FIRST_HOST, OWN_HOST_LIMITS, type OwnHost } from "../../lib/systems/own-host";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { NumberField } from "../ui/number-field";
import { Picker } from "../ui/picker";
import { Popover } from "../ui/popover";
import { Switch } from "../ui/switch";

type Figure = keyof typeof OWN_HOST_LIMITS;

const FIELDS: readonly {
  readonly name: Exclude<Figure, "life">;
  readonly label: string;
  readonly unit: string;
}[] = [
  { name: "input", label: "Input", unit: "per million tokens" },
  { name: "output", label: "Output", unit: "per million tokens" },
  { name: "readMultiplier", label: "A token read costs", unit: "times a token of input" },
  { name: "step", label: "Reads in blocks of", unit: "tokens" },
  { name: "minimum", label: "Fewest tokens read", unit: "tokens" },
  { name: "replicas", label: "Replicas", unit: "each with a cache of its own" },
];

const WHOLE: ReadonlySet<Figure> = new Set(["step", "minimum", "replicas", "life"]);
/** Seconds that a prefix is kept once somebody says that it ends. */
const FIRST_LIFE = 600;

const CURRENCY_GROUPS = [
  {
    label: "",
    options: [
      { value: "USD", label: "US dollars" },
      { value: "CNY", label: "Chinese yuan" },
      { value: "EUR", label: "Euros" },
      { value: "GBP", label: "Pounds sterling" },
      { value: "INR", label: "Indian rupees" },
    ],
  },
];

interface FieldProps {
  readonly host: OwnHost;
  readonly onChange: (change: Partial<OwnHost>) => void;
}

function Figures({ host, onChange }: FieldProps) {
  return FIELDS.map(({ name, label, unit }) => (
    <div key={name} className="contents">
      <span>{label}</span>
      <NumberField
        label={`${label}, ${unit}`}
        value={host[name]}
        step={WHOLE.has(name) ? 1 : "any"}
        {...OWN_HOST_LIMITS[name]}
        className="w-20"
        onChange={(value) => onChange({ [name]: WHOLE.has(name) ? Math.round(value) : value })}
      />
      <span className="text-mute">{unit}</span>
    </div>
  ));
}

function Life({ host: { life }, onChange }: FieldProps) {
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Switch checked={life !== null} onChange={(ends) => onChange({ life: ends ? FIRST_LIFE : null })}>
        Prefixes end
      </Switch>
      {life !== null && (
        <>
          after
          <NumberField
            label="Life of a prefix in seconds"
            value={life}
            {...OWN_HOST_LIMITS.life}
            className="w-20"
            onChange={(value) => onChange({ life: Math.round(value) })}
          />
          <span className="text-mute">seconds</span>
        </>
      )}
    </div>
  );
}

export function OwnHostEditor() {
  const host = usePlayground((state) => state.settings.ownHost);
  const actions = useActions();
  const change = (changed: Partial<OwnHost>): void =>
    actions.changePlay({ ownHost: { ...(host ?? FIRST_HOST), ...changed } });
  return (
    <Popover
      label="A host of your own"
      className="w-[min(26rem,calc(100vw-1rem))] text-xs"
      button={<Button className="text-xs">{host ? "Your host" : "Add a host of your own"}</Button>}
    >
      {host ? (
        <div className="flex flex-col gap-2.5">
          <p className="text-mute">
            Reads what a prompt has in common with an earlier one, by the figures below. They are kept with
            the layout and travel with its link.
          </p>
          <div className="grid grid-cols-[auto_auto_1fr] items-center gap-x-2 gap-y-1.5">
            <Figures host={host} onChange={change} />
          </div>
          <Life host={host} onChange={change} />
          <div className="flex flex-wrap gap-2">
            <Picker
              label="Prices in"
              value={host.currency}
              groups={CURRENCY_GROUPS}
              onPick={(value) => change({ currency: CURRENCIES.find((each) => each === value) ?? "USD" })}
            />
            {host.replicas > 1 && (
              <Picker
                label="Requests go"
                value={host.policy}
                groups={[{ label: "", options: listPolicies() }]}
                onPick={(value) => {
                  const policy = listPolicies().find((each) => each.value === value)?.value;
                  if (policy) change({ policy });
                }}
              />
            )}
          </div>
          <Button className="w-fit text-xs" onClick={() => actions.changePlay({ ownHost: undefined })}>
            Remove your host
          </Button>
        </div>
      ) : (
        <div className="flex flex-col items-start gap-2.5">
          <p className="text-mute">
            A machine or a provider that is not listed: say what it charges, in what blocks it reads, and how
            many replicas there are.
          </p>
          <Button look="main" className="text-xs" onClick={() => change({})}>
            Add the host
          </Button>
        </div>
      )}
    </Popover>
  );
}
