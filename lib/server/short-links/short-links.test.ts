/** Short links over every store: given back until their end, deleted with their token alone, never in the clear. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { ENVELOPE_BYTES, ENVELOPE_VERSION } from "../../share/seal";
import { openEmbeddedStore } from "../storage/embedded-store";
import { type RunningRedis, START_TIMEOUT_MS, startRedis } from "../storage/fixtures/start-redis";
import { openRedisStore } from "../storage/redis-store";
import type { Store } from "../storage/store";
import { createShortLinkRoutes } from "./answer-short-links";
import { DEFAULT_SHORT_LINKS, type ShortLinkSettings } from "./settings";
import { createShortLinks } from "./short-links";

const DAY_MS = 86_400_000;
/** What a small link takes of a disk. */
const BLOCK = 4096;
const URL_OF_ROUTE = "http://localhost/api/s";

let folder = "";
let redis: RunningRedis | undefined;
const places: readonly { name: string; open: () => Promise<Store> }[] = [
  { name: "embedded", open: () => openEmbeddedStore(folder) },
  { name: "Redis", open: async () => openRedisStore(redis?.url ?? "") },
];

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "short-links-"));
  redis = await startRedis();
}, START_TIMEOUT_MS);
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await redis?.stop();
});

/** Sealed bytes as far as the server can tell. */
const sealedOf = (length: number): Uint8Array<ArrayBuffer> =>
  Uint8Array.from({ length }, (_, index) => (index === 0 ? ENVELOPE_VERSION : (index * 31) % 256));

describe.each(places)("short links: $name", ({ open }) => {
  const opened: Store[] = [];
  afterEach(async () => {
    for (const store of opened.splice(0)) {
      for (const key of await store.list("")) await store.remove(key);
      await store.close();
    }
  });

  async function start(settings: Partial<ShortLinkSettings> = {}) {
    const store = await open();
    opened.push(store);
    const clock = { ms: Date.UTC(2026, 10, 21) };
    const now = () => clock.ms;
    let drawn = 0;
    const random = (length: number) => new Uint8Array(length).fill(++drawn);
    const all = { ...DEFAULT_SHORT_LINKS, ...settings };
    const links = createShortLinks({ store, now, random, settings: all });
    const routes = createShortLinkRoutes({ open: async () => links, settings: all, now });
    const post = (body: Uint8Array<ArrayBuffer>, query = "", headers: Record<string, string> = {}) =>
      routes.create(
        new Request(URL_OF_ROUTE + query, {
          method: "POST",
          body,
          headers: { "content-type": "application/octet-stream", ...headers },
        }),
      );
    const get = (id: string) => routes.read(new Request(`${URL_OF_ROUTE}/${id}`), id);
    const remove = (id: string, token: string, headers: Record<string, string> = {}) =>
      routes.remove(
        new Request(`${URL_OF_ROUTE}/${id}`, {
          method: "DELETE",
          headers: { "x-delete-token": token, ...headers },
        }),
        id,
      );
    return { store, clock, post, get, remove };
  }

  const made = async (response: Response) => {
    expect(response.status).toBe(201);
    return (await response.json()) as { id: string; expiresAt: number; deleteToken: string };
  };
  const refused = async (response: Response) => {
    const { error } = (await response.json()) as { error: { code: string; message: string } };
    expect(error.message).toMatch(/\.$/);
    expect(response.headers.get("cache-control")).toBe("no-store");
    return [response.status, error.code];
  };

  it("gives back what it took, byte by byte, and lets nobody keep a copy on the way", async () => {
    const { post, get } = await start();
    const sealed = sealedOf(300_000);
    const { id, expiresAt } = await made(await post(sealed));
    expect(id).toMatch(/^[\w-]{22}$/);
    expect(expiresAt).toBe(Date.UTC(2026, 11, 21) / 1000);
    const answer = await get(id);
    expect(answer.headers.get("cache-control")).toBe("no-store");
    expect(answer.headers.get("content-type")).toBe("application/octet-stream");
    expect(Buffer.from(await answer.arrayBuffer()).equals(sealed)).toBe(true);
  });

  it.each([
    ["?days=1", {}, 1],
    ["?days=30", {}, 30],
    ["?days=365", {}, 365],
    ["", { days: 7 }, 7],
    ["?days=1", { days: 7 }, 1],
    ["", { standardDays: 3 }, 3],
  ])("keeps a link %s until its end (%o)", async (query, settings, days) => {
    const { post, get, clock } = await start(settings);
    const { id } = await made(await post(sealedOf(40), query));
    clock.ms += days * DAY_MS - 1;
    expect((await get(id)).status).toBe(200);
    clock.ms += 1;
    expect(await refused(await get(id))).toEqual([404, "short_link_gone"]);
  });

  it("deletes with the token, and with no other", async () => {
    const { post, get, remove } = await start();
    const first = await made(await post(sealedOf(40)));
    const second = await made(await post(sealedOf(41)));
    for (const token of ["", "x", second.deleteToken, `${first.deleteToken}A`]) {
      expect(await refused(await remove(first.id, token))).toEqual([403, "short_link_token"]);
    }
    expect((await get(first.id)).status).toBe(200);
    expect((await remove(first.id, first.deleteToken)).status).toBe(204);
    expect(await refused(await get(first.id))).toEqual([404, "short_link_gone"]);
    expect(await refused(await remove(first.id, first.deleteToken))).toEqual([404, "short_link_gone"]);
    expect((await get(second.id)).status).toBe(200);
  });

  it("keeps the token's hash only", async () => {
    const { post, store } = await start();
    const { deleteToken } = await made(await post(sealedOf(40)));
    for (const key of await store.list("")) {
      expect(key + JSON.stringify(await store.get(key))).not.toContain(deleteToken);
    }
  });

  it("keeps no more than all links may hold, and again once some are gone", async () => {
    const { post, remove, clock } = await start({ totalBytes: 4 * BLOCK });
    const first = await made(await post(sealedOf(1000), "?days=365"));
    for (let more = 0; more < 3; more += 1) await made(await post(sealedOf(1000), "?days=1"));
    expect(await refused(await post(sealedOf(1000), "?days=1"))).toEqual([507, "short_link_full"]);
    await remove(first.id, first.deleteToken);
    await made(await post(sealedOf(1000), "?days=1"));
    expect(await refused(await post(sealedOf(1000)))).toEqual([507, "short_link_full"]);
    // A day later all that are left are over, and so is the day they are counted under.
    clock.ms += 2 * DAY_MS;
    await made(await post(sealedOf(1000)));
    await made(await post(sealedOf(1000)));
  });

  it("leaves room for links that go soon, however many are to last", async () => {
    const { post, clock } = await start({ totalBytes: 4 * BLOCK });
    for (let more = 0; more < 2; more += 1) await made(await post(sealedOf(1000), "?days=365"));
    expect(await refused(await post(sealedOf(1000), "?days=365"))).toEqual([507, "short_link_life"]);
    await made(await post(sealedOf(1000), "?days=30"));
    expect(await refused(await post(sealedOf(1000), "?days=30"))).toEqual([507, "short_link_life"]);
    await made(await post(sealedOf(1000), "?days=1"));
    expect(await refused(await post(sealedOf(1000), "?days=1"))).toEqual([507, "short_link_full"]);
    // The link of a day is over, the other ones go on: there is room for another one of a day, and for no longer one.
    clock.ms += 2 * DAY_MS;
    expect(await refused(await post(sealedOf(1000), "?days=30"))).toEqual([507, "short_link_life"]);
    await made(await post(sealedOf(1000), "?days=1"));
  });

  it("counts whole blocks of a disk, so that many small links do not count for nothing", async () => {
    const { post } = await start({ totalBytes: 3 * BLOCK });
    for (let more = 0; more < 3; more += 1) await made(await post(sealedOf(40), "?days=1"));
    expect(await refused(await post(sealedOf(40), "?days=1"))).toEqual([507, "short_link_full"]);
  });

  it("counts what is made at one time", async () => {
    const { post } = await start({ totalBytes: 5 * BLOCK });
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(sealedOf(100), "?days=1")));
    expect(answers.filter(({ status }) => status === 201)).toHaveLength(5);
  });

  it("takes a link off the sum once, however often it is deleted at one time", async () => {
    const { post, remove } = await start({ totalBytes: 2 * BLOCK });
    const first = await made(await post(sealedOf(100), "?days=1"));
    await made(await post(sealedOf(100), "?days=1"));
    await Promise.all(Array.from({ length: 5 }, () => remove(first.id, first.deleteToken)));
    await made(await post(sealedOf(100), "?days=1"));
    expect((await post(sealedOf(100), "?days=1")).status).toBe(507);
  });

  it("lets a client make so many a minute", async () => {
    const { post, clock } = await start({ perMinute: 2, trustedProxies: 1 });
    const from = (address: string) => post(sealedOf(40), "", { "x-forwarded-for": address });
    await made(await from("192.0.2.1"));
    await made(await from("192.0.2.1"));
    const late = await from("192.0.2.1");
    expect(late.headers.get("retry-after")).toBe("30");
    expect(await refused(late)).toEqual([429, "short_link_rate"]);
    await made(await from("192.0.2.2"));
    clock.ms += 30_000;
    await made(await from("192.0.2.1"));
  });

  it("lets a client make so many a day", async () => {
    const { post, clock } = await start({ perDay: 2, trustedProxies: 1 });
    const from = (address: string) => post(sealedOf(40), "", { "x-forwarded-for": address });
    clock.ms += DAY_MS - 60_000;
    await made(await from("192.0.2.1"));
    // What is no link does not count.
    expect((await post(sealedOf(1), "", { "x-forwarded-for": "192.0.2.1" })).status).toBe(400);
    await made(await from("192.0.2.1"));
    const late = await from("192.0.2.1");
    expect(late.headers.get("retry-after")).toBe("60");
    expect(await refused(late)).toEqual([429, "short_link_day"]);
    await made(await from("192.0.2.2"));
    clock.ms += 60_000;
    await made(await from("192.0.2.1"));
  });

  it.each<[string, Uint8Array<ArrayBuffer>, string, Record<string, string>, [number, string]]>([
    ["one byte too many", sealedOf(101), "", {}, [413, "short_link_too_large"]],
    ["nothing", new Uint8Array(), "", {}, [400, "short_link_not_sealed"]],
    ["an empty seal", sealedOf(ENVELOPE_BYTES), "", {}, [400, "short_link_not_sealed"]],
    [
      "a text",
      new TextEncoder().encode('{"text":"[]", and so on, more than 29'),
      "",
      {},
      [400, "short_link_not_sealed"],
    ],
    ["another type", sealedOf(40), "", { "content-type": "text/plain" }, [415, "short_link_type"]],
    ["forever", sealedOf(40), "?days=99999", {}, [400, "short_link_days"]],
    ["another site", sealedOf(40), "", { origin: "https://evil.example" }, [403, "short_link_cross_site"]],
    [
      "another site's page",
      sealedOf(40),
      "",
      { "sec-fetch-site": "cross-site" },
      [403, "short_link_cross_site"],
    ],
  ])("refuses %s", async (_name, body, query, headers, expected) => {
    const { post, store } = await start({ bytes: 100 });
    expect(await refused(await post(body, query, headers))).toEqual(expected);
    expect(await store.list("")).toEqual([]);
  });

  it("takes no deletion from another site", async () => {
    const { post, get, remove } = await start();
    const { id, deleteToken } = await made(await post(sealedOf(40)));
    const answer = await remove(id, deleteToken, { "sec-fetch-site": "cross-site" });
    expect(await refused(answer)).toEqual([403, "short_link_cross_site"]);
    expect((await get(id)).status).toBe(200);
  });

  it.each(["", "x", "../../etc/passwd", "bytes", "A".repeat(22), "A".repeat(5000)])(
    "finds nothing under the id %s",
    async (id) => {
      const { post, get, remove } = await start();
      await made(await post(sealedOf(40)));
      expect(await refused(await get(id))).toEqual([404, "short_link_gone"]);
      expect(await refused(await remove(id, "x"))).toEqual([404, "short_link_gone"]);
    },
  );
});
