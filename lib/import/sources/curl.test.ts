/** Commands as they are pasted become requests; what a page cannot read is said. */
import { expect, it } from "vitest";
import { bodiesOf, importAll, readFixture, reasonOf } from "../fixtures/read-fixture";

const url = "https://dashscope-intl.aliyuncs.com/compatible-mode/v1/chat/completions";
const body = { messages: [{ role: "user", content: "Which fern?" }] };
const text = JSON.stringify(body);

it("reads the commands of a script, quotations and all", async () => {
  const imported = await importAll(readFixture("commands.sh"));
  expect(imported).toMatchObject({ kind: "curl", title: "2 curl commands with requests." });
  expect(bodiesOf(imported)).toMatchObject([
    { messages: [{ content: 'It\'s "shade" & ferns; which one?' }] },
    { messages: [{ content: "Café, 'sun'\n🌿 é" }] },
  ]);
  expect(imported.layout?.region).toBe("cn");
  expect(imported.redacted).toEqual(["the authorization header", "a user name with its password"]);
  expect(JSON.stringify(imported)).not.toContain("notAReal");
});

it.each<[string, string]>([
  ["data before the address", `curl -d '${text}' ${url}`],
  ["joined options", `curl -sSXPOST -d'${text}' ${url}`],
  ["double quotations", `curl "${url}" --data-raw "${text.replaceAll('"', '\\"')}"`],
  ["lines that go on", `curl ${url} \\\r\n  -H 'A: b' \\\r\n  --data '${text}'`],
  ["what stands before it", `time API_KEY=x curl.exe ${url} --json '${text}' > out.json 2>&1`],
  [
    "the lines that follow",
    `curl ${url} -d @- <<'EOF' | jq\n${JSON.stringify(body, null, 2)}\nEOF\necho "it's done"`,
  ],
  ["pieces of JSON", `curl --json '${text.slice(0, 9)}' --json '${text.slice(9)}' --url ${url}`],
  ["a proxy that is no address", `curl -x http://localhost:8080 -m 5 ${url} -d '${text}'`],
])("reads %s", async (_name, command) => {
  const imported = await importAll(command);
  expect(bodiesOf(imported)).toEqual([body]);
  expect(imported.layout?.region).toBe("intl");
});

it("reads native bodies", async () => {
  const native = JSON.stringify({ model: "qwen-plus", input: body });
  const imported = await importAll(`curl https://dashscope.aliyuncs.com/api/v1/x -d '${native}'`);
  expect(bodiesOf(imported)).toEqual([{ model: "qwen-plus", ...body }]);
  expect(imported.layout?.region).toBe("cn");
});

it("names what cannot be read of the bad twin", async () => {
  const imported = await importAll(readFixture("commands-bad.sh"));
  expect(bodiesOf(imported)).toEqual([body]);
  expect(
    imported.dropped.map((sentence) => sentence.replace(/^Command (\d).*?(file|input|body).*$/, "$1 $2")),
  ).toEqual(["1 body", "2 body", "3 body", "4 body", "5 body"]);
  expect(imported.dropped[0]).toContain("the file request.json");
});

it.each<[string, string, RegExp]>([
  ["the Windows prompt's form", `curl ^"${url}^" ^\r\n  --data-raw ^"{}^"`, /Windows.*cURL \(bash\)/],
  ["PowerShell's form", `curl.exe ${url} \`\n -d '${text}'`, /Windows/],
  ["an open quotation", `curl ${url} -d '{"messages": [`, /ends inside a quotation/],
])("refuses %s", async (_name, command, reason) => {
  expect(await reasonOf(command)).toMatch(reason);
});
