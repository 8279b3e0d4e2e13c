/** The service that the relay is measured with: streams events at once or at a pace, each with its number and its moment. */
import { createServer } from "node:http";

/** `/…?chunks=40&every=250`: that many events, one each so many milliseconds; 0 = all at once. Answers server and origin. */
export async function startBenchService() {
  const server = createServer((request, response) => {
    request.resume().once("end", () => {
      const { chunks, every } = JSON.parse(String(request.headers.authorization).slice("Bearer ".length));
      response.writeHead(200, { "content-type": "text/event-stream" });
      let sent = 0;
      const send = () => {
        response.write(`data: ${sent} ${performance.now().toFixed(3)}\n\n`);
        sent += 1;
        if (sent < chunks) return;
        clearInterval(timer);
        response.end();
      };
      const timer = every > 0 ? setInterval(send, every) : undefined;
      response.once("close", () => clearInterval(timer));
      if (every > 0) send();
      else while (sent < chunks) send();
    });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise((resolve) => server.listen(0, "127.0.0.1", 1024, resolve));
  return { server, origin: `http://127.0.0.1:${server.address().port}` };
}
