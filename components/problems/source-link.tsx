/** The page that a rule or a price is from, as a tag that opens it; where it is no page, its hint says what it is. */
import type { ReactNode } from "react";
import { Hint } from "../ui/hint";
import { Tag } from "../ui/tag";

interface SourceLinkProps {
  /** URL, or a few words. */
  readonly href: string;
  readonly children: ReactNode;
}

export function SourceLink({ href, children }: SourceLinkProps) {
  return href.startsWith("https://") ? (
    <Hint text={href}>
      <a href={href} target="_blank" rel="noreferrer" className="hover:underline">
        <Tag>{children} ↗</Tag>
      </a>
    </Hint>
  ) : (
    <Tag hint={href}>{children}</Tag>
  );
}
