"use client";
/** The share dialog's inside: what is shared, without secrets or words if wanted, and the ways to hand it on. */
import { useId, useMemo, useState } from "react";
import type { Settings } from "../../lib/pipeline/analysis";
import { MAX_NOTE, type SharedLayout } from "../../lib/share/shared-layout";
import { type AddressDocument, type Look, writeAddress } from "../../lib/store/address";
import { Switch } from "../ui/switch";
import { Tabs } from "../ui/tabs";
import { Sentence } from "../words/sentence";
import { EmbedView } from "./embed-view";
import { FileView } from "./file-view";
import { FoundSecrets } from "./found-secrets";
import { LinkView } from "./link-view";
import { ShortLinkView } from "./short-link-view";
import { useFragment } from "./use-fragment";
import { useSharedLayout } from "./use-shared-layout";

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
      <p className="mt-1 text-mute">
        Shared are the request, model, region, scenario and play settings; no key and no answer of a service.
        Only “Make a short link” sends anything to this server, and that sealed.
      </p>
      {!shapeOnly && (
        <FoundSecrets base={base} takenOut={withoutSecrets} onTakeOut={() => setWithoutSecrets(true)} />
      )}
      <div className="mt-3">
        <Switch checked={shapeOnly} describedBy={description} onChange={onShapeOnly}>
          Shape only: no word leaves
        </Switch>
        <p id={description} className="mt-0.5 text-xs text-mute">
          Texts become filler of as many tokens; segments, markers and costs stay the same.
        </p>
      </div>
      <label className="mt-3 block">
        Note to the reader{" "}
        <span className="text-xs text-mute">optional, shown as written, at most {MAX_NOTE} characters</span>
        <textarea
          rows={2}
          maxLength={MAX_NOTE}
          value={note}
          onChange={({ target }) => setNote(target.value)}
          className="mt-1 block w-full resize-none rounded-md border border-line bg-raised px-2.5 py-1.5"
        />
      </label>
      <p role="status" className="mt-2 text-xs text-mute empty:hidden">
        {problem ? <Sentence said={problem} /> : layout ? "" : "Words are being left out…"}
      </p>
      <Tabs
        label="Ways to share"
        className="mt-3 [&>div:first-child]:px-0"
        active={view}
        onChange={setView}
        tabs={[
          {
            id: "link",
            label: "In a link",
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
            label: "By short link",
            // A link that was just made is told once: it outlasts a look at another tab.
            keep: true,
            content: <ShortLinkView layout={layout} title={title} look={look} />,
          },
          { id: "file", label: "As a file", content: <FileView layout={layout} title={title} /> },
          { id: "embed", label: "As an embed", content: <EmbedView fragment={fragment} /> },
        ]}
      />
    </>
  );
}
