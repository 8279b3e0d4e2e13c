"use client";
/** A short link: the layout is sealed here, and a server keeps what only the link can open. */
import { useState } from "react";
import type { SharedLayout } from "../../lib/share/shared-layout";
import { type Look, writeAddress } from "../../lib/store/address";
import type { Said } from "../../lib/words/message";
import { Button } from "../ui/button";
import { SegmentedControl } from "../ui/segmented-control";
import { Sentence } from "../words/sentence";
import { CopyField } from "./copy-field";
import { MadeLinks } from "./made-links";
import { forgetMadeLink, keepMadeLink, readMadeLinks } from "./made-links-storage";
import { deleteShortLink, type LinkDays, makeShortLink, type ShortLink } from "./short-link-client";

/** Behind the key. */
function writeLook(look: Look): string {
  const written = writeAddress({ document: null, ...look });
  return written === "" ? "" : `&${written}`;
}

const now = (): number => Date.now() / 1000;

interface ShortLinkViewProps {
  readonly layout: SharedLayout | null;
  readonly title: string;
  /** What a reader looks at first. */
  readonly look: Look;
}

interface Fresh {
  readonly of: SharedLayout;
  readonly id: string;
  readonly url: string;
}

export function ShortLinkView({ layout, title, look }: ShortLinkViewProps) {
  const [days, setDays] = useState<LinkDays>("30");
  const [links, setLinks] = useState(() => readMadeLinks(now()));
  const [fresh, setFresh] = useState<Fresh | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ text: Said; isWarning: boolean }>({ text: "", isWarning: false });
  // Of another layout, as after a switch above, it would not be what is shared.
  const shown = fresh?.of === layout ? fresh : null;

  async function make(): Promise<void> {
    if (!layout) return;
    setBusy(true);
    const made = await makeShortLink(layout, days);
    setBusy(false);
    if (!made.ok) {
      setSaid({ text: made.reason, isWarning: true });
      return;
    }
    const isKept = keepMadeLink({ ...made.link, title, madeAt: now() });
    if (isKept) setLinks(readMadeLinks(now()));
    else setLinks([{ ...made.link, title, madeAt: now() }, ...links]);
    setFresh({ of: layout, id: made.link.id, url: `${made.url}${writeLook(look)}` });
    setSaid(
      isKept
        ? { text: "Short link made.", isWarning: false }
        : {
            text: "This browser keeps nothing: the link can be deleted only while this page is open.",
            isWarning: true,
          },
    );
  }

  async function remove(link: Pick<ShortLink, "id" | "deleteToken">): Promise<void> {
    setBusy(true);
    const deleted = await deleteShortLink(link);
    setBusy(false);
    if (!deleted.ok) {
      setSaid({ text: deleted.reason, isWarning: true });
      return;
    }
    forgetMadeLink(link.id, now());
    setLinks((before) => before.filter(({ id }) => id !== link.id));
    if (fresh?.id === link.id) setFresh(null);
    setSaid({ text: "Short link deleted.", isWarning: false });
  }

  return (
    <>
      <p className="mt-3 text-mute">
        The browser encrypts the layout and sends it to this server. The key is in the link alone: the server
        sees its size and times, and nothing of what it says.
      </p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <SegmentedControl
          label="Keep it for"
          value={days}
          options={[
            { value: "1", label: "1 day" },
            { value: "30", label: "30 days" },
            { value: "365", label: "1 year" },
          ]}
          onChange={setDays}
        />
        <Button look={shown ? "quiet" : "main"} disabled={isBusy || !layout} onClick={() => void make()}>
          Make a short link
        </Button>
      </div>
      {shown && <CopyField label="Short link" value={shown.url} copy="Copy short link" />}
      <p role="status" className={`mt-2 text-xs empty:hidden ${said.isWarning ? "text-warn" : "text-mute"}`}>
        <Sentence said={said.text} />
      </p>
      <MadeLinks links={links} disabled={isBusy} onDelete={(link) => void remove(link)} />
    </>
  );
}
