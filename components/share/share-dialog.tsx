"use client";
/** The share dialog's inside: what is shared, without secrets or words if wanted, and the ways to hand it on. */
import { useId, useMemo, useState } from "react";
import type { Settings } from "../../lib/pipeline/analysis";
import { MAX_NOTE, type SharedLayout } from "../../lib/share/shared-layout";
import { type AddressDocument, type Look, writeAddress } from "../../lib/store/address";
import { Switch } from "../ui/switch";
import { Tabs } from "../ui/tabs";
import { type Drawers, useWords } from "../words/use-words";
import { EmbedView } from "./embed-view";
import { FileView } from "./file-view";
import { FoundSecrets } from "./found-secrets";
import { LinkView } from "./link-view";
import { ShortLinkView } from "./short-link-view";
import { useFragment } from "./use-fragment";
import { useSharedLayout } from "./use-shared-layout";

const DRAWERS: Drawers = { limit: (pieces) => <span className="text-xs text-mute">{pieces}</span> };

interface ShareDialogProps {
  /** The page's layout when the dialog was opened. */
  readonly base: SharedLayout;
  readonly settings: Settings;
  readonly title: string;
  /** The example on the page, where nobody has changed it. */
  readonly example: AddressDocument | null;
  /** What a reader of the link looks at first. */
  readonly look: Look;
  /** Whether no word leaves: outlasts the dialog, so that what was decided once for a document holds. */
  readonly shapeOnly: boolean;
  readonly onShapeOnly: (shapeOnly: boolean) => void;
}

export function ShareDialog(props: ShareDialogProps) {
  const { t, say, rich } = useWords();
  const { base, settings, title, example, look, shapeOnly, onShapeOnly } = props;
  const [withoutSecrets, setWithoutSecrets] = useState(false);
  const [view, setView] = useState("link");
  const description = useId();
  const [note, setNote] = useState("");
  const { layout: plain, problem } = useSharedLayout(base, settings, { shapeOnly, withoutSecrets });
  const said = note.trim();
  const layout = useMemo(() => (plain && said !== "" ? { ...plain, note: said } : plain), [plain, said]);
  const fragment = useFragment(layout);
  const isAsOpened = example !== null && !shapeOnly && !withoutSecrets && said === "";
  const document: AddressDocument | null = isAsOpened
    ? example
    : fragment.text === ""
      ? null
      : { kind: "link", code: fragment.text };

  return (
    <>
      <p className="mt-1 text-mute">{t("share.purpose")}</p>
      {!shapeOnly && (
        <FoundSecrets base={base} takenOut={withoutSecrets} onTakeOut={() => setWithoutSecrets(true)} />
      )}
      <div className="mt-3">
        <Switch checked={shapeOnly} describedBy={description} onChange={onShapeOnly}>
          {t("share.shapeOnly")}
        </Switch>
        <p id={description} className="mt-0.5 text-xs text-mute">
          {t("share.shapeOnlyMeans")}
        </p>
      </div>
      <label className="mt-3 block">
        {rich("share.note", DRAWERS, { max: String(MAX_NOTE) })}
        <textarea
          rows={2}
          maxLength={MAX_NOTE}
          value={note}
          onChange={({ target }) => setNote(target.value)}
          className="mt-1 block w-full resize-none rounded-md border border-line bg-raised px-2.5 py-1.5"
        />
      </label>
      <p role="status" className="mt-2 text-xs text-mute empty:hidden">
        {problem ? say(problem) : layout ? "" : t("share.leavingOut")}
      </p>
      <Tabs
        label={t("share.ways")}
        className="mt-3 [&>div:first-child]:px-0"
        active={view}
        onChange={setView}
        tabs={[
          {
            id: "link",
            label: t("share.inLink"),
            content: (
              <LinkView
                link={document && writeAddress({ document, ...look })}
                problem={isAsOpened ? null : fragment.problem}
                shapeOnly={shapeOnly}
                onShapeOnly={() => onShapeOnly(true)}
                onView={setView}
              />
            ),
          },
          {
            id: "short",
            label: t("share.byShortLink"),
            // A link that was just made is told once: it outlasts a look at another tab.
            keep: true,
            content: <ShortLinkView layout={layout} title={title} look={look} />,
          },
          { id: "file", label: t("share.asFile"), content: <FileView layout={layout} title={title} /> },
          { id: "embed", label: t("share.asEmbed"), content: <EmbedView fragment={fragment} /> },
        ]}
      />
    </>
  );
}
