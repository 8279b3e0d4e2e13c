/** `/record/<session>`: a recording, live. */
import type { Metadata } from "next";
import { PageFrame } from "../../../components/header/page-frame";
import { RecordView } from "../../../components/record/record-view";

export const metadata: Metadata = {
  title: "Recording · Prompt Cache Playground",
  // Whoever has the address can read the recording.
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

interface Props {
  readonly params: Promise<{ readonly session: string }>;
}

export default async function Page({ params }: Props) {
  const { session } = await params;
  return (
    <PageFrame page="/record" wide>
      <RecordView id={session} />
    </PageFrame>
  );
}
