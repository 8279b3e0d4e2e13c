"use client";
/** Secrets in what is about to be shared, each with its place; takes them out, of the document too if that is wanted. */
import { useMemo } from "react";
import { differenceEdit } from "../../lib/prompt/merge-edits";
import { findLayoutSecrets, redactLayout } from "../../lib/share/redact-layout";
import type { SharedLayout } from "../../lib/share/shared-layout";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { Sentence } from "../words/sentence";

const MOST_SHOWN = 5;

interface FoundSecretsProps {
  readonly base: SharedLayout;
  readonly takenOut: boolean;
  readonly onTakeOut: () => void;
}

export function FoundSecrets({ base, takenOut, onTakeOut }: FoundSecretsProps) {
  const secrets = useMemo(() => findLayoutSecrets(base), [base]);
  if (secrets.length === 0) return null;
  if (takenOut) return <DocumentOffer base={base} />;
  const count = secrets.length === 1 ? "a secret" : `${secrets.length} secrets`;
  return (
    <section aria-label="Secrets" data-share="secrets" className="mt-3 rounded-md bg-bad-wash px-3 py-2.5">
      <p className="font-medium">This layout holds {count}. Whoever has the link can read it.</p>
      <ul className="mt-1.5 space-y-1">
        {secrets.slice(0, MOST_SHOWN).map(({ name, masked, place }) => (
          <li key={`${place} ${masked}`}>
            <Sentence said={name} /> <code className="font-mono text-xs break-all">{masked}</code>{" "}
            <span className="text-mute">in {place}</span>
          </li>
        ))}
        {secrets.length > MOST_SHOWN && <li>and {secrets.length - MOST_SHOWN} more</li>}
      </ul>
      <Button className="mt-2" onClick={onTakeOut}>
        Take them out
      </Button>
    </section>
  );
}

function DocumentOffer({ base }: { readonly base: SharedLayout }) {
  const { store, actions } = usePlaygroundStore();
  const text = usePlayground((state) => state.text);
  const { layout } = useMemo(() => redactLayout({ ...base, text, scenario: null }), [base, text]);

  function redactDocument(): void {
    actions.applyEdits(
      differenceEdit(store.getState().text, layout.text),
      "Secrets taken out of the document.",
    );
  }

  return (
    <section aria-label="Secrets" data-share="secrets" className="mt-3 rounded-md bg-raised px-3 py-2.5">
      <p role="status">
        What you share no longer holds the secrets.
        {layout.text === text ? " Neither does the document." : " The document in the editor still does."}
      </p>
      {layout.text !== text && (
        <Button className="mt-2" onClick={redactDocument}>
          Take them out of the document too
        </Button>
      )}
    </section>
  );
}
