"use client";
/** Which cache serves the requests, what implicit reads are counted, and how Qwen4's entries live. */
import type { ImplicitReads } from "../../lib/systems/implicit-reads";
import { listMenu } from "../../lib/systems/systems";
import { useActions, usePlayground } from "../playground-context";
import { SegmentedControl } from "../ui/segmented-control";
import { useWords } from "../words/use-words";

const kindOf = (implicit: ImplicitReads | undefined): "never" | "chance" | "always" =>
  implicit === "always" ? "always" : typeof implicit === "object" ? "chance" : "never";

/** Of requests in either way, the first entry is the one where nothing is chosen. */
const MENUS = { chat: listMenu(false), responses: listMenu(true) } as const;

const DEFAULT_CHANCE = { probability: 0.5, seed: 1 };

export function CacheOptions() {
  const settings = usePlayground((state) => state.settings);
  const generation = usePlayground((state) => state.good?.request.model ?? state.settings.model);
  const dialect = usePlayground((state) => state.good?.request.dialect ?? "openai");
  const actions = useActions();
  const { t, say } = useWords();
  const menu = MENUS[dialect === "responses" ? "responses" : "chat"];
  const usual = menu[0]?.id ?? "";
  const { implicit, system, ttl, automatic } = settings;
  const chance = typeof implicit === "object" ? implicit : null;
  const isQwen4 = generation.startsWith("qwen4");
  return (
    <div className="mt-3 space-y-5">
      <section>
        <h3 className="font-medium">{t("timeline.cache")}</h3>
        <p className="mb-1.5 text-mute">{t("timeline.cacheSays")}</p>
        <SegmentedControl
          label={t("timeline.cache")}
          value={menu.some(({ id }) => id === system) ? (system ?? usual) : usual}
          options={menu.map(({ id, menu: name }) => ({ value: id, label: say(name) }))}
          onChange={(picked) => actions.changePlay({ system: picked === usual ? undefined : picked })}
        />
      </section>
      <section>
        <h3 className="font-medium">{t("timeline.implicitReads")}</h3>
        <p className="mb-1.5 text-mute">{t("timeline.implicitSays")}</p>
        <SegmentedControl
          label={t("timeline.implicitReads")}
          value={kindOf(implicit)}
          options={[
            { value: "never", label: t("timeline.never") },
            { value: "chance", label: t("timeline.byChance") },
            { value: "always", label: t("timeline.always") },
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
              {t("timeline.chance")}
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
              {t("timeline.seed")}
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
          <p className="mb-1.5 text-mute">{t("timeline.qwen4Says")}</p>
          <div className="flex flex-wrap items-center gap-4">
            <SegmentedControl
              label={t("timeline.life")}
              value={ttl === 3600 ? "3600" : "300"}
              options={[
                { value: "300", label: t("timeline.fiveMinutes") },
                { value: "3600", label: t("timeline.oneHour") },
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
              {t("timeline.automatic")}
            </label>
          </div>
        </section>
      )}
    </div>
  );
}
