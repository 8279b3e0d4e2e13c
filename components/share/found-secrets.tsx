"use client";
/** Secrets in what is about to be shared, each with its place; takes them out, of the document too if that is wanted. */
import { useMemo } from "react";
import { differenceEdit } from "../../lib/prompt/merge-edits";
import { findLayoutSecrets, redactLayout } from "../../lib/share/redact-layout";
import type { SharedLayout } from "../../lib/share/shared-layout";
import { usePlayground, usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { type Drawers, useWords } from "../words/use-words";

const MOST_SHOWN = 5;

const DRAWERS: Drawers = {
  code: (pieces) => <code className="font-mono text-xs break-all">{pieces}</code>,
  where: (pieces) => <span className="text-mute">{pieces}</span>,
};

interface FoundSecretsProps {
  readonly base: SharedLayout;
  readonly takenOut: boolean;
  readonly onTakeOut: () => void;
}

export function FoundSecrets({ base, takenOut, onTakeOut }: FoundSecretsProps) {
  const { t, say, rich } = useWords();
  const secrets = useMemo(() => findLayoutSecrets(base), [base]);
  if (secrets.length === 0) return null;
  if (takenOut) return <DocumentOffer base={base} />;
  return (
    <section
      aria-label={t("share.secrets")}
      data-share="secrets"
      className="mt-3 rounded-md bg-bad-wash px-3 py-2.5"
    >
      <p className="font-medium">{t("share.holdsSecrets", { count: secrets.length })}</p>
      <ul className="mt-1.5 space-y-1">
        {secrets.slice(0, MOST_SHOWN).map(({ name, masked, place }) => (
          <li key={`${say(place)} ${masked}`}>{rich("share.secretIn", DRAWERS, { name, masked, place })}</li>
        ))}
        {secrets.length > MOST_SHOWN && (
          <li>{t("share.moreSecrets", { count: secrets.length - MOST_SHOWN })}</li>
        )}
      </ul>
      <Button className="mt-2" onClick={onTakeOut}>
        {t("share.takeOut")}
      </Button>
    </section>
  );
}

function DocumentOffer({ base }: { readonly base: SharedLayout }) {
  const { t } = useWords();
  const { store, actions } = usePlaygroundStore();
  const text = usePlayground((state) => state.text);
  const { layout } = useMemo(() => redactLayout({ ...base, text, scenario: null }), [base, text]);

  function redactDocument(): void {
    actions.applyEdits(differenceEdit(store.getState().text, layout.text), t("share.takenOutOfDocument"));
  }

  return (
    <section
      aria-label={t("share.secrets")}
      data-share="secrets"
      className="mt-3 rounded-md bg-raised px-3 py-2.5"
    >
      <p role="status">
        {t(layout.text === text ? "share.noLongerNorDocument" : "share.noLongerButDocument")}
      </p>
      {layout.text !== text && (
        <Button className="mt-2" onClick={redactDocument}>
          {t("share.takeOutOfDocument")}
        </Button>
      )}
    </section>
  );
}
