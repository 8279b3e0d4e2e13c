"use client";
/** Every key of the page, by the place where it works. */
import { useWords } from "../words/use-words";
import { KEY_MAP } from "./key-map";

export function KeyList() {
  const { t } = useWords();
  return KEY_MAP.map(({ title, keys }) => (
    <section key={title} className="mt-4">
      <h3 className="font-medium text-mute">{t(title)}</h3>
      <dl className="mt-1.5 grid grid-cols-[9.5rem_1fr] gap-x-3 gap-y-1.5">
        {keys.map(({ keys: pressed, does }) => (
          <div key={does} className="contents">
            <dt className="flex gap-1">
              {pressed.map((key) => (
                <kbd
                  key={key}
                  className="rounded border border-line bg-raised px-1.5 font-mono text-[11px] leading-5"
                >
                  {key}
                </kbd>
              ))}
            </dt>
            <dd>{t(does)}</dd>
          </div>
        ))}
      </dl>
    </section>
  ));
}
