/** Every rule of the validator, with what it says and on what evidence. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import Link from "next/link";
import { PageFrame } from "../../components/header/page-frame";
import { RuleFacts } from "../../components/rules/rule-facts";
import { RULES } from "../../lib/lint/rules/all-rules";
import { wordsOf } from "../../lib/server/request-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsOf(await headers()).t("rules.heading") };
}

export default async function Page() {
  const words = wordsOf(await headers());
  const { t, say } = words;
  return (
    <PageFrame page="/rules">
      <h1 className="text-xl font-semibold tracking-tight">{t("rules.heading")}</h1>
      <p className="mt-1 text-mute">{t("rules.purpose")}</p>
      <ul className="mt-5 divide-y divide-line-soft border-y border-line-soft">
        {RULES.map((rule) => (
          <li key={rule.id} className="py-3">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <Link href={`/rules/${rule.id}`} className="font-medium text-accent hover:underline">
                {say(rule.title)}
              </Link>
              <code className="font-mono text-xs text-mute">{rule.id}</code>
              <RuleFacts rule={rule} words={words} />
            </div>
            <p className="mt-1 text-mute">{say(rule.summary)}</p>
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}
