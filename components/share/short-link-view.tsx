"use client";
/** A short link: the layout is sealed here, and a server keeps what only the link can open. */
import { useState } from "react";
import type { SharedLayout } from "../../lib/share/shared-layout";
import { type Look, writeAddress } from "../../lib/store/address";
import { type Said, tell } from "../../lib/words/message";
import { Button } from "../ui/button";
import { SegmentedControl } from "../ui/segmented-control";
import { useWords } from "../words/use-words";
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
  const { t, say } = useWords();
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
        ? { text: tell("share.shortLinkMade"), isWarning: false }
        : {
            text: tell("share.notKept"),
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
    setSaid({ text: tell("share.shortLinkDeleted"), isWarning: false });
  }

  return (
    <>
      <p className="mt-3 text-mute">{t("share.shortPurpose")}</p>
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <SegmentedControl
          label={t("share.keepFor")}
          value={days}
          options={[
            { value: "1", label: t("share.oneDay") },
            { value: "30", label: t("share.thirtyDays") },
            { value: "365", label: t("share.oneYear") },
          ]}
          onChange={setDays}
        />
        <Button look={shown ? "quiet" : "main"} disabled={isBusy || !layout} onClick={() => void make()}>
          {t("share.makeShortLink")}
        </Button>
      </div>
      {shown && <CopyField label={t("share.shortLink")} value={shown.url} copy={t("share.copyShortLink")} />}
      <p role="status" className={`mt-2 text-xs empty:hidden ${said.isWarning ? "text-warn" : "text-mute"}`}>
        {say(said.text)}
      </p>
      <MadeLinks links={links} disabled={isBusy} onDelete={(link) => void remove(link)} />
    </>
  );
}
