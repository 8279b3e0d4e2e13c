"use client";
/** The frame of a page that could not be drawn: what happened stands at its head and is said at once; the ways on follow. */
import { type ReactNode, useEffect, useRef } from "react";
import { BareFrame } from "../header/bare-frame";

interface FaultFrameProps {
  readonly head: string;
  /** What it means for the reader. */
  readonly means: string;
  readonly children: ReactNode;
}

export function FaultFrame({ head, means, children }: FaultFrameProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <BareFrame className="overflow-auto">
      <div className="mx-auto max-w-prose">
        <div role="alert">
          <h2 ref={heading} tabIndex={-1} className="text-xl font-semibold tracking-tight">
            {head}
          </h2>
          <p className="mt-2">{means}</p>
        </div>
        {children}
      </div>
    </BareFrame>
  );
}
