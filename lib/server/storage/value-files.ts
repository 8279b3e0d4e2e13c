/** Values as files: one each, in a folder of their own, replaced in one step, named by a hash of the key. */
import { createHash, randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { access, mkdir, open, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { createStorage, defineDriver } from "unstorage";
import fsLite from "unstorage/drivers/fs-lite";
import { tell } from "../../words/message";
import { tellOperator } from "../tell-operator";
import { codeOf, storageFault } from "./storage-fault";

interface StoredText {
  readonly key: string;
  /** Milliseconds since 1970. */
  readonly ends: number;
  /** The value as JSON. */
  readonly text: string;
}

interface ValueFiles {
  /** Every value there is; the texts are read one by one and not kept. */
  readAll(): AsyncIterable<StoredText>;
  read(key: string): Promise<StoredText | null>;
  write(stored: StoredText): Promise<void>;
  remove(key: string): Promise<void>;
}

const VALUE = /^[0-9a-f]{64}\.json$/;
const LEFT_OVER = /^[0-9a-f]{64}\.json\.[0-9a-f-]{36}\.tmp$/;

const nameOf = (key: string): string => `${createHash("sha256").update(key).digest("hex")}.json`;

/** Lets a file lie on the disk itself, so that a loss of power does not take it. */
async function settle(path: string): Promise<void> {
  const file = await open(path, "r+");
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** The same for the names in a folder. Windows opens no folder, and some file systems settle none: they do it by themselves. */
async function settleFolder(path: string): Promise<void> {
  try {
    const folder = await open(path, "r");
    await folder.sync().finally(() => folder.close());
  } catch (error) {
    if (!["EPERM", "EACCES", "EISDIR", "EINVAL", "ENOTSUP"].includes(codeOf(error))) throw error;
  }
}

/** Writes under another name first, so that no reader and no crash ever meets half a value. */
function createDriver(base: string) {
  const plain = fsLite({ base });
  return defineDriver(() => ({
    ...plain,
    async setItemRaw(name: string, value: unknown) {
      const unfinished = `${name}.${randomUUID()}.tmp`;
      try {
        await plain.setItemRaw?.(unfinished, value, {});
        await settle(join(base, unfinished));
        await rename(join(base, unfinished), join(base, name));
        await settleFolder(base);
      } catch (error) {
        await rm(join(base, unfinished), { force: true });
        throw error;
      }
    },
    // The driver's own answers as if a file it could not remove were gone.
    removeItem: (name: string) => rm(join(base, name), { force: true }),
  }))({});
}

/** What a file says; null when it is damaged. */
function parseFile(name: string, content: string): StoredText | null {
  const line = content.indexOf("\n");
  try {
    const { key, ends } = JSON.parse(content.slice(0, line));
    const text = content.slice(line + 1);
    JSON.parse(text);
    return typeof ends === "number" && nameOf(key) === name ? { key, ends, text } : null;
  } catch {
    return null;
  }
}

async function prepareFolder(folder: string): Promise<string[]> {
  try {
    // Only the server's own user: values may be confidential.
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await access(folder, constants.R_OK | constants.W_OK);
    return await readdir(folder);
  } catch (error) {
    tellOperator(
      `PLAYGROUND_DATA: nothing can be kept in ${folder} (${codeOf(error)}); name a folder that can be written.`,
    );
    throw storageFault(tell("server.storageFolder"));
  }
}

/**
 * Opens `folder`/values and makes it where it is missing. One server at a time may use a folder.
 * Every promise rejects with a `ServiceUnavailable` where the file system refuses. A damaged file counts as absent.
 */
export async function openValueFiles(folder: string): Promise<ValueFiles> {
  const base = join(folder, "values");
  const found = await prepareFolder(base);
  const storage = createStorage({ driver: createDriver(base) });
  const told = new Set<string>();

  async function attempt<Result>(act: () => Promise<Result>): Promise<Result> {
    try {
      return await act();
    } catch (error) {
      tellOperator(`PLAYGROUND_DATA: a value in ${base} cannot be read or written (${codeOf(error)}).`);
      throw storageFault(tell("server.storageValue"));
    }
  }

  async function readFile(name: string): Promise<StoredText | null> {
    const content: unknown = await attempt(async () => {
      const answer = await storage.getItemRaw(name);
      // The driver answers with an error it meets instead of throwing it.
      if (answer instanceof Error) throw answer;
      return answer;
    });
    if (content === null) return null;
    const stored = parseFile(name, String(content));
    if (!stored && !told.has(name)) {
      told.add(name);
      tellOperator(`The file ${join(base, name)} is damaged: its value counts as absent.`);
    }
    return stored;
  }

  await attempt(() =>
    Promise.all(found.filter((name) => LEFT_OVER.test(name)).map((name) => rm(join(base, name)))),
  );

  return {
    async *readAll() {
      for (const name of found) {
        const stored = VALUE.test(name) ? await readFile(name) : null;
        if (stored) yield stored;
      }
    },
    read: (key) => readFile(nameOf(key)),
    write: ({ key, ends, text }) =>
      attempt(() => storage.setItemRaw(nameOf(key), `${JSON.stringify({ key, ends })}\n${text}`)),
    remove: (key) => attempt(() => storage.removeItem(nameOf(key))),
  };
}
