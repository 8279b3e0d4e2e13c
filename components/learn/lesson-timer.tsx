"use client";
/** How long a lesson has been going on, in minutes and seconds. */
import { useEffect, useState } from "react";
import { useWords } from "../words/use-words";

interface LessonTimerProps {
  /** Milliseconds of the clock at which it began. */
  readonly began: number;
}

export function LessonTimer({ began }: LessonTimerProps) {
  const { t } = useWords();
  const [now, setNow] = useState(began);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - began) / 1000));
  return (
    <span role="timer" aria-label={t("learn.timer")} className="font-mono tabular-nums">
      {Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, "0")}
    </span>
  );
}
