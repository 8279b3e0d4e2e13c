/** The lockfile is whole: `npm ci` takes it on every platform, from whatever registry a machine uses. */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

type Wanted = Readonly<Record<string, string>>;

interface Package {
  readonly resolved?: string;
  readonly dependencies?: Wanted;
  readonly devDependencies?: Wanted;
  readonly optionalDependencies?: Wanted;
}

const read = (path: string) => JSON.parse(readFileSync(path, "utf8"));
const packages: Readonly<Record<string, Package>> = read("package-lock.json").packages;
const paths = new Set(Object.keys(packages));

/** True when the package at `path` finds `name` in a folder of its own or in one above. */
function finds(path: string, name: string): boolean {
  const place = path === "" ? "" : `${path}/`;
  if (paths.has(`${place}node_modules/${name}`)) return true;
  return path !== "" && finds(path.replace(/(^|\/)node_modules\/(@[^/]+\/)?[^/]+$/, ""), name);
}

it("asks for what package.json asks for", () => {
  const { dependencies, devDependencies } = read("package.json");
  expect(packages[""]?.dependencies).toEqual(dependencies);
  expect(packages[""]?.devDependencies).toEqual(devDependencies);
});

it("holds every package's dependencies, the binaries of all platforms among them", () => {
  // npm writes only the present platform's where it starts from installed packages: write the lockfile anew by
  // `npm install --package-lock-only` in a folder that holds nothing else but package.json and .npmrc.
  const missing = Object.entries(packages).flatMap(([path, { dependencies, optionalDependencies }]) =>
    Object.keys({ ...dependencies, ...optionalDependencies })
      .filter((name) => !finds(path, name))
      .map((name) => `${name}, for ${path}`),
  );
  expect(missing).toEqual([]);
});

it("names no registry's host", () => {
  expect(Object.values(packages).flatMap(({ resolved }) => resolved ?? [])).toEqual([]);
});
