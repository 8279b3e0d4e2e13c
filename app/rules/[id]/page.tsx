/** One rule of the validator: what happens, why, what to do, with an example it reports and one it does not. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { PageFrame } from "../../../components/header/page-frame";
import { ExampleRequest } from "../../../components/rules/example-request";
import { RuleFacts } from "../../../components/rules/rule-facts";
import { Sentence } from "../../../components/words/sentence";
import { findRule } from "../../../lib/lint/rules/all-rules";
import { wordsOf } from "../../../lib/server/request-words";
import { tell } from "../../../lib/words/message";

interface Props {
  readonly params: Promise<{ readonly id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const rule = findRule((await params).id);
  const { say } = wordsOf(await headers());
  return rule ? { title: say(rule.title), description: say(rule.summary) } : {};
}

export default async function Page({ params }: Props) {
  const rule = findRule((await params).id);
  if (!rule) notFound();
  return (
    <PageFrame page="/rules">
      <code className="font-mono text-xs text-mute">{rule.id}</code>
      <h1 className="mt-0.5 text-xl font-semibold tracking-tight">
        <Sentence said={rule.title} />
      </h1>
      <p className="mt-2">
        <RuleFacts rule={rule} />
      </p>
      <p className="mt-4">
        <Sentence said={rule.summary} />
      </p>
      <ExampleRequest title={tell("pages.reported")} example={rule.examples.bad} />
      <ExampleRequest title={tell("pages.notReported")} example={rule.examples.good} />
    </PageFrame>
  );
}
