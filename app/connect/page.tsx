/** `/connect`: settings that point a coding tool at Model Studio, what it marks there, and its traps. */
import type { Metadata } from "next";
import { readConnectQuery } from "../../components/connect/connect-query";
import { ConnectView } from "../../components/connect/connect-view";
import { PageFrame } from "../../components/header/page-frame";

export const metadata: Metadata = { title: "Connect your tool · Prompt Cache Playground" };

export default async function Page({ searchParams }: PageProps<"/connect">) {
  const initial = readConnectQuery(await searchParams);
  return (
    <PageFrame page="/connect">
      <h1 className="text-xl font-semibold tracking-tight">Connect your tool</h1>
      <p className="mt-1 text-mute">
        The settings a coding tool needs for Alibaba Cloud Model Studio, which of its markers count there, and
        what is known to cost it cache reads.
      </p>
      <ConnectView initial={initial} />
    </PageFrame>
  );
}
