/** In the place of the service the emulator answers, so that a page can be tried with a key, and what left it be looked at. */
import type { Page } from "@playwright/test";

/**
 * Leads what the page sends through the relay to the emulator.
 * @param operatorHosts endpoints that the relay lists besides its own
 * @returns the headers of each request that has been sent, in their order; the list grows
 */
export async function answerByEmulator(
  page: Page,
  operatorHosts: readonly object[] = [],
): Promise<Record<string, string>[]> {
  const asked: Record<string, string>[] = [];
  await page.route("**/api/relay", async (route) => {
    const request = route.request();
    if (request.method() === "GET") {
      if (operatorHosts.length === 0) return route.continue();
      const known = await (await route.fetch()).json();
      return route.fulfill({ json: { ...known, endpoints: [...(known.endpoints ?? []), ...operatorHosts] } });
    }
    asked.push(request.headers());
    return route.continue({
      url: new URL("/emulator/compatible-mode/v1/chat/completions", request.url()).href,
    });
  });
  return asked;
}
