/** `/record`: starts a recording, through which an agent's requests are watched. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import { PageFrame } from "../../components/header/page-frame";
import { RecordStart } from "../../components/record/record-start";
import { wordsOf } from "../../lib/server/request-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsOf(await headers()).t("record.pageTitle") };
}

export default async function Page() {
  const { t } = wordsOf(await headers());
  return (
    <PageFrame page="/record">
      <h1 className="text-xl font-semibold tracking-tight">{t("record.heading")}</h1>
      <p className="mt-1 text-mute">{t("record.purpose")}</p>
      <RecordStart />
    </PageFrame>
  );
}
