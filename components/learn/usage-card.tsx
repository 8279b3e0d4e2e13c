"use client";
/** What the service answers as usage to a request of the scene, in the fields of one dialect or of both. */
import { showUsage } from "../../lib/lessons/show-usage";
import { usePlayground } from "../playground-context";
import { useWords } from "../words/use-words";

const FORMS = { openai: "OpenAI", anthropic: "Anthropic" } as const;

interface UsageCardProps {
  /** From 1. */
  readonly request: number;
  /** Null = both. */
  readonly form: keyof typeof FORMS | null;
}

export function UsageCard({ request, form }: UsageCardProps) {
  const { t } = useWords();
  const row = usePlayground((state) => state.good?.timeline.turns[request - 1]?.ledger);
  if (!row) return null;
  const usage = showUsage(row);
  const forms = form === null ? (["openai", "anthropic"] as const) : [form];
  return (
    <section aria-label={t("learn.usageOf", { number: request })} className="flex flex-col gap-2 text-[13px]">
      <h3 className="text-mute">{t("learn.usageOf", { number: request })}</h3>
      {forms.map((each) => (
        <figure key={each} className="overflow-x-auto rounded-lg border border-line bg-raised">
          <figcaption lang="en" className="border-b border-line-soft px-3 py-1 text-xs text-mute">
            {FORMS[each]}
          </figcaption>
          <pre className="px-3 py-2 font-mono text-xs leading-5">{usage[each]}</pre>
        </figure>
      ))}
    </section>
  );
}
