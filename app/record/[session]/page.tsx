/** `/record/<session>`: a recording, live. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import { PageFrame } from "../../../components/header/page-frame";
import { RecordView } from "../../../components/record/record-view";
import { wordsOf } from "../../../lib/server/request-words";

export async function generateMetadata(): Promise<Metadata> {
  return {
    title: wordsOf(await headers()).t("pages.recording"),
    // Whoever has the address can read the recording.
    robots: { index: false, follow: false },
    referrer: "no-referrer",
  };
}

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
