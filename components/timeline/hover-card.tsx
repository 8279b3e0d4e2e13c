"use client";
/** One floating card that tells of what is pointed at or has the focus: beside it, never over it; Escape puts it away. */
import {
  type FocusEvent,
  type PointerEvent,
  type ReactNode,
  useCallback,
  useEffect,
  useLayoutEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import { createPortal } from "react-dom";
import { type Box, placeCard } from "./place-card";

interface HoverCardProps {
  /** For `aria-describedby` of what it tells of. */
  readonly id: string;
  /** The box it stands beside, in pixels of the screen, read each time the card is drawn; null = it is gone. */
  readonly anchorOf: () => Box | null;
  readonly children: ReactNode;
}

export function HoverCard({ id, anchorOf, children }: HoverCardProps) {
  const card = useRef<HTMLDivElement>(null);
  // Each drawing may have changed the size of the card or moved what it stands beside.
  useLayoutEffect(() => {
    const element = card.current;
    const anchor = anchorOf();
    if (!element) return;
    element.style.visibility = anchor ? "visible" : "hidden";
    if (!anchor) return;
    const { width, height } = element.getBoundingClientRect();
    const place = placeCard(anchor, { width, height }, { width: innerWidth, height: innerHeight });
    element.style.left = `${place.left}px`;
    element.style.top = `${place.top}px`;
  });
  return createPortal(
    <div
      ref={card}
      id={id}
      role="tooltip"
      className="pointer-events-none fixed top-0 left-0 z-50 w-max max-w-[min(20rem,calc(100vw-1rem))] rounded-lg border border-line bg-panel px-3 py-2.5 text-xs shadow-raised"
    >
      {children}
    </div>,
    document.body,
  );
}

export interface CardHandlers {
  onPointerEnter(event: PointerEvent): void;
  onPointerLeave(): void;
  onFocus(event: FocusEvent): void;
  onBlur(): void;
}

/**
 * Which of many things the card tells of: the one pointed at, or else the one with the focus of the keyboard. A finger
 * has no hovering.
 */
export function useHoverCard<Key extends string | number>(): {
  readonly shown: Key | null;
  readonly handlersFor: (key: Key) => CardHandlers;
  readonly hide: () => void;
} {
  const [pointed, setPointed] = useState<Key | null>(null);
  const [focused, setFocused] = useState<Key | null>(null);
  const shown = pointed ?? focused;
  const hide = useCallback(() => {
    setPointed(null);
    setFocused(null);
  }, []);

  useEffect(() => {
    if (shown === null) return;
    const onKey = (event: KeyboardEvent): void => {
      if (event.key === "Escape") hide();
    };
    window.addEventListener("keydown", onKey);
    return () => window.removeEventListener("keydown", onKey);
  }, [shown, hide]);

  const handlersFor = useMemo(() => {
    const known = new Map<Key, CardHandlers>();
    return (key: Key): CardHandlers => {
      const kept = known.get(key);
      if (kept) return kept;
      const handlers: CardHandlers = {
        onPointerEnter: ({ pointerType }) => {
          if (pointerType !== "touch") setPointed(key);
        },
        onPointerLeave: () => setPointed((now) => (now === key ? null : now)),
        onFocus: ({ currentTarget }) => {
          if (currentTarget.matches(":focus-visible")) setFocused(key);
        },
        onBlur: () => setFocused((now) => (now === key ? null : now)),
      };
      known.set(key, handlers);
      return handlers;
    };
  }, []);
  return { shown, handlersFor, hide };
}
