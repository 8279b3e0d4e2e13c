/**
 * Under which host names this server answers. A page elsewhere can have its own name lead to this machine; the browser then
 * takes the server for that page's, so that it may read and send anything. The name in `Host` is what gives that away.
 */

const LOOPBACK = /^(?:(?:[a-z0-9-]+\.)*localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const NAME =
  /^(?:\*\.)?(?:[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9_-]*[a-z0-9])?)*|\[[0-9a-f:.]+\])$/;

/** Without the port and the root's dot, in lower case. */
const nameOf = (host) => host.trim().toLowerCase().replace(/:\d*$/, "").replace(/\.$/, "");

/**
 * Whether a `Host` may be answered, by what the server listens on and the list of its operator: names separated by commas,
 * `*.` before one for all below it. On loopback those of this machine and the list; elsewhere the same once there is a list,
 * and any host without one. Throws one sentence where the list is wrong.
 */
export function createHostCheck({ listen = "", hosts = "" }) {
  const names = hosts
    .split(",")
    .map((host) => host.trim())
    .filter((host) => host !== "");
  for (const name of names) {
    if (!NAME.test(nameOf(name)))
      throw new Error(`PLAYGROUND_HOSTS: "${name}" is no host name such as cache.example.`);
  }
  const listed = names.map(nameOf);
  const isOnLoopback = listen.trim() === "::1" || LOOPBACK.test(nameOf(listen));
  if (listed.length === 0 && !isOnLoopback) return () => true;
  const isListed = (name) =>
    listed.some((one) => (one.startsWith("*.") ? name.endsWith(one.slice(1)) : name === one));
  // Browsers always send one.
  return (host) => !host || LOOPBACK.test(nameOf(host)) || isListed(nameOf(host));
}

const SENTENCES = {
  en: "This server does not answer under this host name: open it as localhost, or let its operator list the name in PLAYGROUND_HOSTS.",
  zh: "本服务器不以此主机名提供服务：请通过 localhost 打开，或由管理员在 PLAYGROUND_HOSTS 中列出该主机名。",
};

/** Status, headers and body of the refusal: one sentence, as text for a reader and as JSON for a program. */
export function refuseHost({ accept = "", "accept-language": languages = "" }) {
  const language = /^\s*zh\b/i.test(languages) ? "zh" : "en";
  const message = SENTENCES[language];
  const isRead = accept.includes("text/html");
  const body = isRead ? `${message}\n` : JSON.stringify({ error: { code: "host_unknown", message } });
  const headers = {
    "Content-Type": isRead ? "text/plain; charset=utf-8" : "application/json",
    "Content-Length": Buffer.byteLength(body),
    "Content-Language": language,
    "Cache-Control": "no-store",
    "X-Content-Type-Options": "nosniff",
    Connection: "close",
  };
  return { status: 421, headers, body };
}
