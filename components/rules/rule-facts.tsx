/** A rule's severity, evidence, source and date on one line. */

import type { Rule } from "../../lib/lint/rule";
import { Hint } from "../ui/hint";
import { Tag } from "../ui/tag";

export function RuleFacts({ rule }: { rule: Rule }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <Tag>{rule.severity}</Tag>
      <Hint text={rule.source}>
        <a href={rule.source} target="_blank" rel="noreferrer" className="hover:underline">
          <Tag>
            {rule.evidence} {rule.asOf} ↗
          </Tag>
        </a>
      </Hint>
    </span>
  );
}
