/** The frame of every page: fonts, theme and metadata. */
import "./globals.css";
import { GeistMono } from "geist/font/mono";
import { GeistSans } from "geist/font/sans";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { HintGroup } from "../components/ui/hint";
import { ToastProvider } from "../components/ui/toast";
import { Chinese } from "../components/words/chinese";
import { English } from "../components/words/english";
import { WordsProvider } from "../components/words/words-provider";
import { languageOf } from "../lib/server/request-language";
import { originOf } from "../lib/server/request-origin";
import { LANGUAGE_NAMES } from "../lib/words/languages";
import { THEME_SCRIPT } from "./theme-script";

const TITLE = "Prompt Cache Playground";
const DESCRIPTION =
  "See where a prompt is cached, why it missed and what it costs, before and after you send it.";

/** Previews of links name their picture by a whole address, and only the request knows this server's. */
export async function generateMetadata(): Promise<Metadata> {
  const origin = originOf(new Request("http://localhost", { headers: await headers() }));
  const image = { url: "/og.png", width: 1200, height: 630, alt: "The playground: a prompt and its bill" };
  return {
    metadataBase: new URL(origin),
    title: TITLE,
    description: DESCRIPTION,
    openGraph: { type: "website", siteName: TITLE, title: TITLE, description: DESCRIPTION, images: [image] },
    twitter: { card: "summary_large_image" },
  };
}

export const viewport: Viewport = {
  colorScheme: "light dark",
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  // Reading a header also makes every page dynamic, which its nonce needs.
  const asked = await headers();
  const nonce = asked.get("x-nonce") ?? undefined;
  const language = languageOf(asked);
  return (
    <html
      lang={LANGUAGE_NAMES[language].tag}
      className={`${GeistSans.variable} ${GeistMono.variable}`}
      suppressHydrationWarning
    >
      <head>
        {/* Browsers hide a nonce from scripts, so what React finds on hydration differs from what it wrote. */}
        <script
          nonce={nonce}
          suppressHydrationWarning
          // biome-ignore lint/security/noDangerouslySetInnerHtml: a fixed text of our own, run before the first paint
          dangerouslySetInnerHTML={{ __html: THEME_SCRIPT }}
        />
      </head>
      <body>
        {language === "zh" ? <Chinese /> : <English />}
        <WordsProvider language={language}>
          <HintGroup>
            <ToastProvider>{children}</ToastProvider>
          </HintGroup>
        </WordsProvider>
      </body>
    </html>
  );
}
