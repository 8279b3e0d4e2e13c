/** `/connect`: settings that point a coding tool at Model Studio, what it marks there, and its traps. */
import type { Metadata } from "next";
import { headers } from "next/headers";
import { readConnectQuery } from "../../components/connect/connect-query";
import { ConnectView } from "../../components/connect/connect-view";
import { PageFrame } from "../../components/header/page-frame";
import { wordsOf } from "../../lib/server/request-words";

export async function generateMetadata(): Promise<Metadata> {
  return { title: wordsOf(await headers()).t("connect.pageTitle") };
}

export default async function Page({ searchParams }: PageProps<"/connect">) {
  const initial = readConnectQuery(await searchParams);
  const { t } = wordsOf(await headers());
  return (
    <PageFrame page="/connect">
      <h1 className="text-xl font-semibold tracking-tight">{t("connect.heading")}</h1>
      <p className="mt-1 text-mute">{t("connect.purpose")}</p>
      <ConnectView initial={initial} />
    </PageFrame>
  );
}
