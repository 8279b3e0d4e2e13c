/** `/record`: starts a recording, through which an agent's requests are watched. */
import type { Metadata } from "next";
import { PageFrame } from "../../components/header/page-frame";
import { RecordStart } from "../../components/record/record-start";

export const metadata: Metadata = { title: "Record an agent · Prompt Cache Playground" };

export default function Page() {
  return (
    <PageFrame page="/record">
      <h1 className="text-xl font-semibold tracking-tight">Record an agent</h1>
      <p className="mt-1 text-mute">
        Point an agent at an address of this server: its requests go on unchanged, with its own key, and a
        copy is kept for you. The page then says of every request what was read from the cache, what was paid
        for again, and why. Secrets are taken out before anything is kept, prompts are not, and all of it can
        be deleted at any time.
      </p>
      <RecordStart />
    </PageFrame>
  );
}
