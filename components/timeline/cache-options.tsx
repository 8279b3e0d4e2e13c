"use client";
/** Which cache serves the requests, what implicit reads are counted, and how Qwen4's entries live. */
import type { ImplicitReads } from "../../lib/systems/implicit-reads";
import { listSystems } from "../../lib/systems/systems";
import { useActions, usePlayground } from "../playground-context";
import { SegmentedControl } from "../ui/segmented-control";
import { useWords } from "../words/use-words";

const kindOf = (implicit: ImplicitReads | undefined): "never" | "chance" | "always" =>
  implicit === "always" ? "always" : typeof implicit === "object" ? "chance" : "never";

const SYSTEMS = listSystems().flatMap(({ id, menu }) => (menu === null ? [] : [{ value: id, label: menu }]));
const DEFAULT_SYSTEM = SYSTEMS[0]?.value ?? "";

const DEFAULT_CHANCE = { probability: 0.5, seed: 1 };

export function CacheOptions() {
  const { say } = useWords();
  const settings = usePlayground((state) => state.settings);
  const generation = usePlayground((state) => state.good?.request.model ?? state.settings.model);
  const actions = useActions();
  const { implicit, system, ttl, automatic } = settings;
  const chance = typeof implicit === "object" ? implicit : null;
  const isQwen4 = generation.startsWith("qwen4");
  return (
    <div className="mt-3 space-y-5">
      <section>
        <h3 className="font-medium">Cache</h3>
        <p className="mb-1.5 text-mute">
          A marker selects the explicit cache, no marker the implicit one. The session cache of the Responses
          API puts the breakpoints itself, whatever the markers. A batch file has half the price and no cache
          discount.
        </p>
        <SegmentedControl
          label="Cache"
          value={system ?? DEFAULT_SYSTEM}
          options={SYSTEMS.map(({ value, label }) => ({ value, label: say(label) }))}
          onChange={(picked) =>
            actions.changePlay({ system: picked === DEFAULT_SYSTEM ? undefined : picked })
          }
        />
      </section>
      <section>
        <h3 className="font-medium">Implicit reads</h3>
        <p className="mb-1.5 text-mute">
          The implicit cache promises nothing, not even for identical requests. The truth lies between never
          and always.
        </p>
        <SegmentedControl
          label="Implicit reads"
          value={kindOf(implicit)}
          options={[
            { value: "never", label: "Never" },
            { value: "chance", label: "By chance" },
            { value: "always", label: "Always" },
          ]}
          onChange={(picked) =>
            actions.changePlay({
              implicit: picked === "never" ? undefined : picked === "always" ? picked : DEFAULT_CHANCE,
            })
          }
        />
        {chance && (
          <div className="mt-2 flex flex-wrap items-center gap-4">
            <label className="flex items-center gap-2">
              Chance of a read
              <input
                type="range"
                min={0}
                max={1}
                step={0.05}
                value={chance.probability}
                onChange={(event) =>
                  actions.changePlay({ implicit: { ...chance, probability: Number(event.target.value) } })
                }
              />
              <span className="font-mono">{Math.round(chance.probability * 100)} %</span>
            </label>
            <label className="flex items-center gap-2">
              Seed
              <input
                type="number"
                value={chance.seed}
                onChange={(event) => {
                  const seed = Number(event.target.value);
                  if (Number.isSafeInteger(seed)) actions.changePlay({ implicit: { ...chance, seed } });
                }}
                className="w-20 rounded border border-line bg-panel px-1.5 py-0.5 font-mono"
              />
            </label>
          </div>
        )}
      </section>
      {isQwen4 && (
        <section>
          <h3 className="font-medium">Qwen4</h3>
          <p className="mb-1.5 text-mute">
            How a request asks for one hour or for an automatic breakpoint is not documented yet: here you
            choose for all requests.
          </p>
          <div className="flex flex-wrap items-center gap-4">
            <SegmentedControl
              label="Life of an entry"
              value={ttl === 3600 ? "3600" : "300"}
              options={[
                { value: "300", label: "5 minutes" },
                { value: "3600", label: "1 hour" },
              ]}
              onChange={(picked) => actions.changePlay({ ttl: picked === "3600" ? 3600 : undefined })}
            />
            <label className="flex items-center gap-2">
              <input
                type="checkbox"
                checked={automatic === true}
                onChange={(event) =>
                  actions.changePlay({ automatic: event.target.checked ? true : undefined })
                }
              />
              Automatic breakpoint at the end of the input
            </label>
          </div>
        </section>
      )}
    </div>
  );
}
