"use client";
/** The share dialog's inside: what is shared, without secrets or words if wanted, and the ways to hand it on. */
import { useId, useState } from "react";
import type { Settings } from "../../lib/pipeline/analysis";
import type { SharedLayout } from "../../lib/share/shared-layout";
import { Switch } from "../ui/switch";
import { Tabs } from "../ui/tabs";
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
}

export function ShareDialog({ base, settings, title }: ShareDialogProps) {
  const [shapeOnly, setShapeOnly] = useState(false);
  const [withoutSecrets, setWithoutSecrets] = useState(false);
  const [view, setView] = useState("link");
  const description = useId();
  const { layout, problem } = useSharedLayout(base, settings, { shapeOnly, withoutSecrets });
  const fragment = useFragment(layout);

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
        <Switch checked={shapeOnly} describedBy={description} onChange={setShapeOnly}>
          Shape only: no word leaves
        </Switch>
        <p id={description} className="mt-0.5 text-xs text-mute">
          Texts become filler of as many tokens; segments, markers and costs stay the same.
        </p>
      </div>
      <p role="status" className="mt-2 text-xs text-mute empty:hidden">
        {problem ?? (layout ? "" : "Words are being left out…")}
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
                fragment={fragment}
                shapeOnly={shapeOnly}
                onShapeOnly={() => setShapeOnly(true)}
                onView={setView}
              />
            ),
          },
          {
            id: "short",
            label: "By short link",
            // A link that was just made is told once: it outlasts a look at another tab.
            keep: true,
            content: <ShortLinkView layout={layout} title={title} />,
          },
          { id: "file", label: "As a file", content: <FileView layout={layout} title={title} /> },
          { id: "embed", label: "As an embed", content: <EmbedView fragment={fragment} /> },
        ]}
      />
    </>
  );
}
