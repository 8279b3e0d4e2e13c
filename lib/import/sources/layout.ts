/** A layout of this playground: its file, a link to one, or the fragment of a link. */
import { decodeShare } from "../../share/codec";
import { isLayoutFile, readLayoutFile } from "../../share/layout-file";
import { fail } from "../../values/failure";
import { type Said, tell } from "../../words/message";
import { createDropList } from "../drop-list";
import { fragmentOf, isLinkText } from "../know-text";
import type { RecordReader, Source, SourceReading } from "../source";

function open(): RecordReader {
  const drops = createDropList();
  let read: SourceReading["layout"];
  let title: Said = "";
  return {
    take(record, place) {
      if (read) {
        drops.add(tell("importSources.secondLayout", { place }));
        return;
      }
      const fragment = typeof record === "string" ? fragmentOf(record) : null;
      title = tell(isLayoutFile(record) ? "importSources.layoutTitle" : "importSources.linkTitle");
      if (isLayoutFile(record)) read = async () => readLayoutFile(record);
      else if (fragment !== null) read = () => decodeShare(fragment);
      else read = async () => fail(tell("importSources.linkHoldsNone"));
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
