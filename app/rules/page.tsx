/** Every rule of the validator, with what it says and on what evidence. */
import type { Metadata } from "next";
import Link from "next/link";
import { PageFrame } from "../../components/header/page-frame";
import { RuleFacts } from "../../components/rules/rule-facts";
import { RULES } from "../../lib/lint/rules/all-rules";

export const metadata: Metadata = { title: "Rules · Prompt Cache Playground" };

export default function Page() {
  return (
    <PageFrame page="/rules">
      <h1 className="text-xl font-semibold tracking-tight">Rules</h1>
      <p className="mt-1 text-mute">
        What the playground checks in a request, first of all for Alibaba Cloud Model Studio.
      </p>
      <ul className="mt-5 divide-y divide-line-soft border-y border-line-soft">
        {RULES.map((rule) => (
          <li key={rule.id} className="py-3">
            <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
              <Link href={`/rules/${rule.id}`} className="font-medium text-accent hover:underline">
                {rule.title}
              </Link>
              <code className="font-mono text-xs text-mute">{rule.id}</code>
              <RuleFacts rule={rule} />
            </div>
            <p className="mt-1 text-mute">{rule.summary}</p>
          </li>
        ))}
      </ul>
    </PageFrame>
  );
}
