"use client";
/** Describes a host of one's own, which is compared as a system like any other and kept with the layout. */
import { listPolicies } from "../../lib/compare/shown-systems";
import { CURRENCIES } from "../../lib/offers/offer";
import { FIRST_HOST, OWN_HOST_LIMITS, type OwnHost } from "../../lib/systems/own-host";
import type { MessageKey } from "../../lib/words/message";
import { useActions, usePlayground } from "../playground-context";
import { Button } from "../ui/button";
import { NumberField } from "../ui/number-field";
import { Picker } from "../ui/picker";
import { Popover } from "../ui/popover";
import { Switch } from "../ui/switch";
import { useWords } from "../words/use-words";

type Figure = keyof typeof OWN_HOST_LIMITS;

type Unit = "compare.perMillion" | "compare.timesInput" | "compare.tokens" | "compare.ownCaches";

const FIELDS: readonly {
  readonly name: Exclude<Figure, "life">;
  readonly label: MessageKey & `compare.host${string}`;
  readonly unit: Unit;
}[] = [
  { name: "input", label: "compare.hostInput", unit: "compare.perMillion" },
  { name: "output", label: "compare.hostOutput", unit: "compare.perMillion" },
  { name: "readMultiplier", label: "compare.hostRead", unit: "compare.timesInput" },
  { name: "step", label: "compare.hostStep", unit: "compare.tokens" },
  { name: "minimum", label: "compare.hostMinimum", unit: "compare.tokens" },
  { name: "replicas", label: "compare.hostReplicas", unit: "compare.ownCaches" },
];

const WHOLE: ReadonlySet<Figure> = new Set(["step", "minimum", "replicas", "life"]);
/** Seconds that a prefix is kept once somebody says that it ends. */
const FIRST_LIFE = 600;

interface FieldProps {
  readonly host: OwnHost;
  readonly onChange: (change: Partial<OwnHost>) => void;
}

function Figures({ host, onChange }: FieldProps) {
  const { t } = useWords();
  const fields = FIELDS.map(({ name, label, unit }) => ({ name, label: t(label), unit: t(unit) }));
  return fields.map(({ name, label, unit }) => (
    <div key={name} className="contents">
      <span>{label}</span>
      <NumberField
        label={t("compare.fieldWithUnit", { label, unit })}
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
  const { t } = useWords();
  return (
    <div className="flex flex-wrap items-center gap-2">
      <Switch checked={life !== null} onChange={(ends) => onChange({ life: ends ? FIRST_LIFE : null })}>
        {t("compare.prefixesEnd")}
      </Switch>
      {life !== null && (
        <>
          {t("compare.endAfter")}
          <NumberField
            label={t("compare.endLabel")}
            value={life}
            {...OWN_HOST_LIMITS.life}
            className="w-20"
            onChange={(value) => onChange({ life: Math.round(value) })}
          />
          <span className="text-mute">{t("compare.seconds")}</span>
        </>
      )}
    </div>
  );
}

export function OwnHostEditor() {
  const { t, say } = useWords();
  const host = usePlayground((state) => state.settings.ownHost);
  const actions = useActions();
  const change = (changed: Partial<OwnHost>): void =>
    actions.changePlay({ ownHost: { ...(host ?? FIRST_HOST), ...changed } });
  return (
    <Popover
      label={t("compare.hostTitle")}
      className="w-[min(26rem,calc(100vw-1rem))] text-xs"
      button={<Button className="text-xs">{t(host ? "compare.yourHost" : "compare.addHostOpen")}</Button>}
    >
      {host ? (
        <div className="flex flex-col gap-2.5">
          <p className="text-mute">{t("compare.hostAbout")}</p>
          <div className="grid grid-cols-[auto_auto_1fr] items-center gap-x-2 gap-y-1.5">
            <Figures host={host} onChange={change} />
          </div>
          <Life host={host} onChange={change} />
          <div className="flex flex-wrap gap-2">
            <Picker
              label={t("compare.pricesIn")}
              value={host.currency}
              groups={[
                {
                  label: "",
                  options: CURRENCIES.map((value) => ({ value, label: t(`compare.currency${value}`) })),
                },
              ]}
              onPick={(value) => change({ currency: CURRENCIES.find((each) => each === value) ?? "USD" })}
            />
            {host.replicas > 1 && (
              <Picker
                label={t("compare.requestsGo")}
                value={host.policy}
                groups={[
                  {
                    label: "",
                    options: listPolicies().map(({ value, label }) => ({ value, label: say(label) })),
                  },
                ]}
                onPick={(value) => {
                  const policy = listPolicies().find((each) => each.value === value)?.value;
                  if (policy) change({ policy });
                }}
              />
            )}
          </div>
          <Button className="w-fit text-xs" onClick={() => actions.changePlay({ ownHost: undefined })}>
            {t("compare.removeHost")}
          </Button>
        </div>
      ) : (
        <div className="flex flex-col items-start gap-2.5">
          <p className="text-mute">{t("compare.addHostAbout")}</p>
          <Button look="main" className="text-xs" onClick={() => change({})}>
            {t("compare.addHost")}
          </Button>
        </div>
      )}
    </Popover>
  );
}
