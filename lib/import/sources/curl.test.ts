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

const quoted = text.replaceAll('"', '\\"');
it.each<[string, string]>([
  [
    "a browser's copy for the Windows prompt",
    `curl ^"${url}^" ^\r\n  --data-raw ^"${text.replace(/["{}[\]]/g, (sign) => (sign === '"' ? '^\\^"' : `^${sign}`))}^"`,
  ],
  ["the Windows prompt", `curl -X POST ${url} ^\r\n  -H "A: b" ^\r\n  -d "${quoted}"`],
  ["doubled quotation marks", `curl ${url} ^\n -d "${text.replaceAll('"', '""')}"`],
  ["doubled quotation marks on one line", `curl ${url} -d "${text.replaceAll('"', '""')}"`],
  ["a call of curl in PowerShell", `curl.exe ${url} \`\r\n  -d '${text.replaceAll("'", "''")}'`],
  ["escaped quotation marks in PowerShell", `curl.exe ${url} \`\n -d '${quoted}'`],
  ["PowerShell's own command", `Invoke-RestMethod -Uri "${url}" -Method Post -Body '${text}'`],
  [
    "PowerShell's variables",
    `$u = '${url}'\n$body = @'\n${JSON.stringify(body, null, 2)}\n'@\nirm $u -Method Post -Body $body`,
  ],
  [
    "PowerShell's hashtable",
    `$p = @{ Uri = "${url}"; Body = @{ messages = @(@{ role = 'user'; content = "Which fern?" }) } | ConvertTo-Json -Depth 9 }\nInvoke-RestMethod @p`,
  ],
  [
    "PowerShell's escapes",
    `Invoke-WebRequest -Uri "${url}" \`\n-Headers @{\n"a"="b"\n} \`\n-Body "${text.replaceAll('"', '`"')}"`,
  ],
])("reads %s", async (_name, command) => {
  const imported = await importAll(command);
  expect(bodiesOf(imported)).toEqual([body]);
  expect(imported.layout?.region).toBe("intl");
});

it("takes what stands below a command as its answer, whatever is in it", async () => {
  const answer = (said: string, prompt: number) =>
    JSON.stringify({
      choices: [{ message: { content: said } }],
      usage: { prompt_tokens: prompt, completion_tokens: 3 },
    });
  const imported = await importAll(
    [
      `me@host:~$ curl -i ${url} -d '${text}'`,
      "HTTP/2 200",
      "content-type: application/json",
      "",
      answer("It's late; don't `run`.", 21),
      `me@host:~$ curl -N ${url} -d '${text}'`,
      'data: {"choices":[{"delta":{"content":"It\'s"}}]}',
      "",
      'data: {"choices":[],"usage":{"prompt_tokens":22,"completion_tokens":4}}',
      "",
      "data: [DONE]",
      `$ curl ${url} -d '${text}' | jq .`,
      JSON.stringify(JSON.parse(answer("Who's there?", 23)), null, 2),
      `$ curl ${url} -d '${text}'`,
      '{"error":{"message":"It\'s gone"}}',
      "$ ",
    ].join("\n"),
  );
  expect(bodiesOf(imported)).toEqual([body, body, body, body]);
  expect(imported.usages.map(({ usage }) => usage?.prompt)).toEqual([21, 22, 23]);
  expect(imported.layout?.scenario?.reply).toBe("It's late; don't `run`.");
  expect(imported.dropped).toEqual([
    "Command 4: what stands below it is no answer that can be read, so it is left out.",
  ]);
});

it("puts lines together again that a terminal has broken", async () => {
  const broken = `${text.slice(0, 30)}\n${text.slice(30)}`;
  const imported = await importAll(`$ curl ${url} -H 'Content-Ty\npe: application/json' -d '${broken}'`);
  expect(bodiesOf(imported)).toEqual([body]);
  expect(imported.understood.join(" ")).toContain("broken by the terminal");
});

it("refuses an open quotation", async () => {
  expect(await reasonOf(`curl ${url} -d '{"messages": [`)).toMatch(/ends inside a quotation/);
});
