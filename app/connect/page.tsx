/** `/connect`: settings that point a coding tool at Model Studio, what it marks there, and its traps. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import { readConnectQuery } from "../../components/connect/connect-query";
import { ConnectView } from "../../components/connect/connect-view";
import { PageFrame } from "../../components/header/page-frame";
import { Sentence } from "../../components/words/sentence";
import { wordsOf } from "../../lib/server/request-words";
import { tell } from "../../lib/words/message";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsOf(await headers()).t("pages.connect") };
}

export default async function Page({ searchParams }: PageProps<"/connect">) {
  const initial = readConnectQuery(await searchParams);
  return (
    <PageFrame page="/connect">
      <h1 className="text-xl font-semibold tracking-tight">
        <Sentence said={tell("pages.connect")} />
      </h1>
      <p className="mt-1 text-mute">
        <Sentence said={tell("pages.connectPurpose")} />
      </p>
      <ConnectView initial={initial} />
    </PageFrame>
  );
}
