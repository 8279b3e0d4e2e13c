"use client";
/** Makes a link that carries the whole layout in its fragment: nothing is sent to a server. */
import { useRef, useState } from "react";
import { RULES_AS_OF } from "../../lib/models/catalogue";
import { encodeShare, LONG_LINK_LENGTH } from "../../lib/share/codec";
import { restorePlay } from "../../lib/share/restore-play";
import { usePlaygroundStore } from "../playground-context";
import { Button } from "../ui/button";
import { Dialog } from "../ui/dialog";
import { formatBytes } from "../ui/format-number";

export function ShareButton() {
  const { store, actions } = usePlaygroundStore();
  const dialog = useRef<HTMLDialogElement>(null);
  const [link, setLink] = useState("");
  const [copied, setCopied] = useState<"no" | "yes" | "failed">("no");

  async function open(): Promise<void> {
    const { text, settings } = store.getState();
    const { model, region, scenario, offRules = [] } = settings;
    const play = restorePlay(settings);
    let hash: string;
    try {
      hash = await encodeShare({ text, model, region, scenario, play, offRules, rulesAsOf: RULES_AS_OF });
    } catch (error) {
      actions.warn(error instanceof Error ? error.message : String(error));
      return;
    }
    const { origin, pathname } = window.location;
    const made = `${origin}${pathname}#${hash}`;
    window.history.replaceState(null, "", `#${hash}`);
    setLink(made);
    setCopied("no");
    dialog.current?.showModal();
  }

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(link);
      setCopied("yes");
      actions.announce("Link copied.");
    } catch {
      setCopied("failed");
    }
  }

  return (
    <>
      <Button look="main" onClick={() => void open()}>
        Share
      </Button>
      <Dialog dialog={dialog} title="Share this layout">
        <p className="mt-1 text-mute">
          The link holds the request, model, region and scenario in its fragment. Browsers do not send the
          fragment to any server.
        </p>
        <input
          readOnly
          aria-label="Link"
          value={link}
          onFocus={(event) => event.target.select()}
          className="mt-3 w-full rounded-md border border-line bg-raised px-2.5 py-1.5 font-mono text-xs"
        />
        <div className="mt-3 flex items-center gap-3">
          <Button look="main" onClick={() => void copy()}>
            {copied === "yes" ? "Copied" : "Copy link"}
          </Button>
          <span className="text-mute" data-share="size">
            {formatBytes(link.length)}
          </span>
        </div>
        <p role="status" className="mt-2 text-xs text-warn empty:hidden">
          {copied === "failed" && "The browser did not allow copying. Select the link and copy it by hand. "}
          {link.length > LONG_LINK_LENGTH &&
            "Some chat tools cut links above 8 KB. Paste this one where long links survive."}
        </p>
      </Dialog>
    </>
  );
}
