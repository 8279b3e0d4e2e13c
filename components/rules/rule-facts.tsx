/** A rule's severity, evidence, source and date on one line. */
import type { Rule } from "../../lib/lint/rule";
import { Tag } from "../ui/tag";

export function RuleFacts({ rule }: { rule: Rule }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <Tag>{rule.severity}</Tag>
      <a href={rule.source} target="_blank" rel="noreferrer" className="hover:underline">
        <Tag title={rule.source}>
          {rule.evidence} {rule.asOf} ↗
        </Tag>
      </a>
    </span>
  );
}
