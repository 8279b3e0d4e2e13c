/** `/layers`: where a cache is won and lost between a request and the model. */
import type { Metadata } from "next";
import { PageFrame } from "../../components/header/page-frame";
import { LayersView } from "../../components/layers/layers-view";

export const metadata: Metadata = { title: "Layers · Prompt Cache Playground" };

export default function Page() {
  return (
    <PageFrame page="/layers" wide>
      <h1 className="text-xl font-semibold tracking-tight">Layers</h1>
      <p className="mt-1 max-w-3xl text-mute">
        An open model’s cache is made in the engine, and every layer above it can send the next request to
        where it is not. Follow each request through router, gateway and host, switch a layer, and see what
        changes.
      </p>
      <LayersView />
    </PageFrame>
  );
}
