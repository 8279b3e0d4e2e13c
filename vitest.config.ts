/** How the unit tests run: on threads that keep what they have loaded, every property test from one seed. */
import { configDefaults, defineConfig } from "vitest/config";

/** Another one is asked for by FC_SEED: a number, or `random`. */
const SEED = 20_260_711;

function chooseSeed(asked = String(SEED)): number {
  const seed = asked === "random" ? Date.now() % 2 ** 31 : Number(asked);
  if (!Number.isInteger(seed)) throw new Error(`FC_SEED is a whole number or "random", not "${asked}".`);
  return seed;
}

const seed = chooseSeed(process.env.FC_SEED);
process.stdout.write(`Property tests: FC_SEED=${seed}\n`);

export default defineConfig({
  test: {
    pool: "threads",
    isolate: false,
    maxWorkers: 2,
    testTimeout: 20_000,
    hookTimeout: 30_000,
    exclude: [...configDefaults.exclude, "e2e/**"],
    setupFiles: "scripts/seed-properties.ts",
    env: { FC_SEED: String(seed) },
  },
});
