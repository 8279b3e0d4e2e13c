"use client";
/** Starts a recording, or says why none can be made. */
import { useEffect, useState } from "react";
import { Button } from "../ui/button";
import { Sentence } from "../words/sentence";
import { type Drawers, useWords } from "../words/use-words";
import { describeRecorder, type RecordDescription, type Told } from "./record-client";
import { RecordForm } from "./record-form";

const DRAWERS: Drawers = { b: (pieces) => <b className="font-medium">{pieces}</b> };

function NotOn({ sentence }: { sentence: string | null }) {
  const { t, rich } = useWords();
  return (
    <section aria-labelledby="off" className="mt-6 rounded-lg border border-line bg-panel p-4">
      <h2 id="off" className="font-semibold">
        {t("record.off")}
      </h2>
      <p className="mt-1 text-mute">{sentence}</p>
      <p className="mt-2">{rich("record.offElsewhere", DRAWERS)}</p>
    </section>
  );
}

export function RecordStart() {
  const { t } = useWords();
  const [told, setTold] = useState<Told<RecordDescription> | null>(null);
  const [attempt, setAttempt] = useState(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another attempt asks again
  useEffect(() => {
    let isShown = true;
    void describeRecorder().then((answer) => isShown && setTold(answer));
    return () => {
      isShown = false;
    };
  }, [attempt]);

  if (!told) return <p className="mt-6 text-mute">{t("record.asking")}</p>;
  if (!told.ok) {
    return (
      <div role="alert" className="mt-6 flex flex-wrap items-center gap-3 rounded-md bg-bad-wash px-3 py-2">
        <span>
          <Sentence said={told.reason} />
        </span>
        <Button className="ml-auto text-xs" onClick={() => setAttempt(attempt + 1)}>
          {t("record.tryAgain")}
        </Button>
      </div>
    );
  }
  const { on, sentence, hours, targets } = told.value;
  return on ? <RecordForm targets={targets} hours={hours} /> : <NotOn sentence={sentence} />;
}
