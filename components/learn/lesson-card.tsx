"use client";
/** What stands below a step's text where words do not suffice: a usage object, the way to paste, the lessons that fit. */
import type { Step } from "../../lib/lessons/lesson";
import { pasteFromClipboard } from "../import/paste-from-clipboard";
import { useImporter } from "../import/use-importer";
import { Button } from "../ui/button";
import { useWords } from "../words/use-words";
import { FittingLessons } from "./fitting-lessons";
import { UsageCard } from "./usage-card";

interface LessonCardProps {
  readonly card: NonNullable<Step["card"]>;
}

export function LessonCard({ card }: LessonCardProps) {
  if (card.shows === "usage") return <UsageCard request={card.request} form={card.form ?? null} />;
  return card.shows === "paste" ? <PasteCard /> : <FittingLessons />;
}

function PasteCard() {
  const { t } = useWords();
  const importer = useImporter();
  return (
    <p>
      <Button look="main" onClick={() => void pasteFromClipboard(importer)}>
        {t("learn.pasteYours")}
      </Button>
    </p>
  );
}
