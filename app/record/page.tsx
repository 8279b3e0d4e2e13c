/** `/record`: starts a recording, through which an agent's requests are watched. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import { PageFrame } from "../../components/header/page-frame";
import { RecordStart } from "../../components/record/record-start";
import { Sentence } from "../../components/words/sentence";
import { wordsOf } from "../../lib/server/request-words";
import { tell } from "../../lib/words/message";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsOf(await headers()).t("pages.record") };
}

export default function Page() {
  return (
    <PageFrame page="/record">
      <h1 className="text-xl font-semibold tracking-tight">
        <Sentence said={tell("pages.record")} />
      </h1>
      <p className="mt-1 text-mute">
        <Sentence said={tell("pages.recordPurpose")} />
      </p>
      <RecordStart />
    </PageFrame>
  );
}
