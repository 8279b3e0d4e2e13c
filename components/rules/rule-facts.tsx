/** A rule's severity, evidence, source and date on one line. */

import type { Rule } from "../../lib/lint/rule";
import type { Words } from "../../lib/words/create-words";
import { Hint } from "../ui/hint";
import { Tag } from "../ui/tag";

export function RuleFacts({ rule, words: { t } }: { rule: Rule; words: Words }) {
  return (
    <span className="inline-flex flex-wrap items-center gap-1.5">
      <Tag>{t(`problems.severity_${rule.severity}`)}</Tag>
      <Hint text={rule.source}>
        <a href={rule.source} target="_blank" rel="noreferrer" className="hover:underline">
          <Tag>
            {t(`offers.evidence_${rule.evidence}`)} {rule.asOf} ↗
          </Tag>
        </a>
      </Hint>
    </span>
  );
}
