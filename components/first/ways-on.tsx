"use client";
/** The three ways on from a first look: learn to read the page, bring a request of one's own, open an example. */
import { pasteFromClipboard } from "../import/paste-from-clipboard";
import { useImporter } from "../import/use-importer";
import { Button } from "../ui/button";
import { closeHelp, openDocuments, openHelp } from "./front-store";

interface WaysOnProps {
  /** Within the help itself there is no way to it. */
  readonly withHelp?: boolean;
}

export function WaysOn({ withHelp = true }: WaysOnProps) {
  const importer = useImporter();
  return (
    <span className="flex flex-wrap gap-x-4 gap-y-1">
      {withHelp && (
        <Button look="link" onClick={() => openHelp("map")}>
          How to read it
        </Button>
      )}
      <Button
        look="link"
        hint="A request body, curl, a log, a usage object: Ctrl+V anywhere does the same"
        onClick={() => {
          closeHelp();
          void pasteFromClipboard(importer);
        }}
      >
        Paste your request
      </Button>
      <Button
        look="link"
        onClick={() => {
          closeHelp();
          openDocuments();
        }}
      >
        Open an example
      </Button>
    </span>
  );
}
