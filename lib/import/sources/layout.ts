/** A layout of this playground: its file, a link to one, or the fragment of a link. */
import { decodeShare } from "../../share/codec";
import { isLayoutFile, readLayoutFile } from "../../share/layout-file";
import { fail } from "../../values/failure";
import { createDropList } from "../drop-list";
import { fragmentOf, isLinkText } from "../know-text";
import type { RecordReader, Source, SourceReading } from "../source";

function open(): RecordReader {
  const drops = createDropList();
  let read: SourceReading["layout"];
  let title = "";
  return {
    take(record, place) {
      if (read) {
        drops.add(`${place} is a second layout: left out.`);
        return;
      }
      const fragment = typeof record === "string" ? fragmentOf(record) : null;
      title = isLayoutFile(record) ? "A layout of this playground." : "A link to a layout.";
      if (isLayoutFile(record)) read = async () => readLayoutFile(record);
      else if (fragment !== null) read = () => decodeShare(fragment);
      else read = async () => fail("This link holds no layout itself: open it in the browser instead.");
    },
    end: () => ({
      title,
      exchanges: [],
      understood: [],
      dropped: drops.sentences(),
      redacted: [],
      ...(read ? { layout: read } : {}),
    }),
  };
}

export const layout: Source = {
  kind: "layout",
  recognises: (record) => isLayoutFile(record) || (typeof record === "string" && isLinkText(record)),
  open,
};
