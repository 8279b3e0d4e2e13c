/** One rule of the validator: what happens, why, what to do, with an example it reports and one it does not. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { PageFrame } from "../../../components/header/page-frame";
import { ExampleRequest } from "../../../components/rules/example-request";
import { RuleFacts } from "../../../components/rules/rule-facts";
import { findRule } from "../../../lib/lint/rules/all-rules";
import { wordsOf } from "../../../lib/server/request-words";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const rule = findRule((await params).id);
  if (!rule) return {};
  const { say } = wordsOf(await headers());
  return { title: say(rule.title), description: say(rule.summary) };
}

export default async function Page({ params }: Props) {
  const rule = findRule((await params).id);
  if (!rule) notFound();
  const words = wordsOf(await headers());
  const { t, say } = words;
  return (
    <PageFrame page="/rules">
      <code className="font-mono text-xs text-mute">{rule.id}</code>
      <h1 className="mt-0.5 text-xl font-semibold tracking-tight">{say(rule.title)}</h1>
      <p className="mt-2">
        <RuleFacts rule={rule} words={words} />
      </p>
      <p className="mt-4">{say(rule.summary)}</p>
      <ExampleRequest title={t("rules.reported")} words={words} example={rule.examples.bad} />
      <ExampleRequest title={t("rules.notReported")} words={words} example={rule.examples.good} />
    </PageFrame>
  );
}
