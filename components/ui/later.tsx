"use client";
/** A part of the page whose code comes when it is first shown: the first view neither waits for it nor loads it. */
import { type ComponentType, useEffect, useState } from "react";
import { useWords } from "../words/use-words";

interface Source<Props> {
  /** Null until its code is there. */
  part: ComponentType<Props> | null;
  /** Asks for the code once, and again only where it failed. */
  bring(): Promise<void>;
  readonly isWindow: boolean;
}

/** Brings the code of each part that is named in what has been loaded so far. */
const bringers: (() => Promise<void>)[] = [];

/** For a page that is to go on without network. */
export const bringParts = async (): Promise<void> => {
  await Promise.all(bringers.map((bring) => bring()));
};

interface LaterProps<Props> {
  readonly source: Source<Props>;
  readonly given: Props;
}

function Later<Props extends object>({ source, given }: LaterProps<Props>) {
  const { t } = useWords();
  // A component is a function, which React would call as one that makes the state.
  const [Part, setPart] = useState<ComponentType<Props> | null>(() => source.part);
  const [hasFailed, setHasFailed] = useState(false);
  useEffect(() => {
    if (Part) return;
    let isHere = true;
    source.bring().then(
      () => isHere && setPart(() => source.part),
      () => isHere && setHasFailed(true),
    );
    return () => {
      isHere = false;
    };
  }, [Part, source]);
  if (Part) return <Part {...given} />;
  if (source.isWindow && !hasFailed) return null;
  return (
    <p role={hasFailed ? "alert" : "status"} className="p-4 text-mute">
      {t(hasFailed ? "ui.partNotLoaded" : "ui.partLoading")}
    </p>
  );
}

/**
 * To be called at a module's top level.
 * @param isWindow true for a part that opens over the page: until it is there nothing stands in its place
 */
export function later<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
  isWindow = false,
): ComponentType<Props> {
  let coming: Promise<void> | null = null;
  const source: Source<Props> = {
    part: null,
    isWindow,
    bring() {
      coming ??= load().then(
        (part) => {
          source.part = part;
        },
        (error: unknown) => {
          coming = null;
          throw error;
        },
      );
      return coming;
    },
  };
  bringers.push(source.bring);
  return (given) => <Later source={source} given={given} />;
}
