/** Which host names are answered: those of this machine on loopback, those of the list, and elsewhere any without one. */
import { expect, it } from "vitest";
import { createHostCheck, refuseHost } from "./allowed-hosts.mjs";

const LOCAL = [
  "localhost",
  "localhost:3000",
  "LOCALHOST.",
  "app.localhost:1",
  "127.0.0.1:80",
  "127.1.2.3",
  "[::1]:3000",
];
const FOREIGN = [
  "evil.example",
  "evil.example:3000",
  "localhost.evil.example",
  "127.0.0.1.evil.example",
  "notlocalhost",
  "192.168.1.7",
  "0.0.0.0:3000",
  "[::]",
  "localhost:3000@evil.example",
];

it.each(["127.0.0.1", "localhost", "::1", "127.0.0.2"])(
  "listening on %s, only this machine's names",
  (listen) => {
    const isAllowed = createHostCheck({ listen });
    expect(LOCAL.filter((host) => !isAllowed(host))).toEqual([]);
    expect(FOREIGN.filter(isAllowed)).toEqual([]);
    // A program that names no host is no browser.
    expect(isAllowed(undefined)).toBe(true);
  },
);

it.each(["127.0.0.1", "0.0.0.0"])("listening on %s, the names of a list as well", (listen) => {
  const isAllowed = createHostCheck({ listen, hosts: "cache.example, *.lan ,192.168.1.7:3000,[fd00::1]" });
  const listed = [
    "cache.example",
    "Cache.Example:443",
    "a.lan",
    "b.a.lan:80",
    "192.168.1.7",
    "[fd00::1]:3000",
  ];
  expect([...LOCAL, ...listed].filter((host) => !isAllowed(host))).toEqual([]);
  expect(["evil.example", "x.cache.example", "cache.example.evil", "lan", "xlan"].filter(isAllowed)).toEqual(
    [],
  );
});

it("listening elsewhere without a list, any name", () => {
  expect(FOREIGN.filter(createHostCheck({ listen: "0.0.0.0" }))).toEqual(FOREIGN);
  expect(FOREIGN.filter(createHostCheck({}))).toEqual(FOREIGN);
});

it("names a host in the list that is none", () => {
  for (const hosts of ["https://cache.example", "a b", "cache.example/x", "*"]) {
    expect(() => createHostCheck({ hosts })).toThrow(/^PLAYGROUND_HOSTS: ".*" is no host name/);
  }
});

it("says in one sentence what mends it, to a reader and to a program", () => {
  const page = refuseHost({ accept: "text/html,*/*", "accept-language": "zh-CN,en" });
  expect([page.status, page.headers["Content-Language"]]).toEqual([421, "zh"]);
  expect(page.body).toMatch(/^[^\n]+PLAYGROUND_HOSTS[^\n]+。\n$/);
  const { error } = JSON.parse(refuseHost({ accept: "*/*" }).body);
  expect(error).toEqual({
    code: "host_unknown",
    message: expect.stringMatching(/localhost.*PLAYGROUND_HOSTS\.$/),
  });
});
