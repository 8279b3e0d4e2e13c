/** The documented errors in their three shapes: what each means, and that no body breaks the explanation. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { inEnglish } from "../words/fixtures/in-english";
import { UPSTREAM_ERROR_RULES } from "./upstream-error-rules";
import { explainUpstreamError } from "./upstream-errors";

const compatible = (code: string, message = "No.", type = code) =>
  JSON.stringify({ error: { message, type, param: null, code }, request_id: "id-1" });
const flat = (code: string, message = "No.") => JSON.stringify({ code, message, request_id: "id-1" });
const anthropic = (type: string, message = "No.") =>
  JSON.stringify({ type: "error", error: { type, message }, request_id: "id-1" });

it.each([
  [401, compatible("invalid_api_key", "Incorrect API key provided.", "invalid_request_error"), "key"],
  [401, flat("InvalidApiKey"), "key"],
  [401, anthropic("authentication_error"), "key"],
  [401, compatible("x", "invalid access token or token expired"), "key"],
  [400, flat("Arrearage"), "overdue"],
  [400, compatible("Arrearage"), "overdue"],
  [400, anthropic("invalid_request_error", "Access denied, your account is overdue."), "overdue"],
  [400, flat("DataInspectionFailed"), "content"],
  [400, compatible("data_inspection_failed"), "content"],
  [400, compatible("InvalidParameter", "Field x is wrong."), "request"],
  [400, compatible("invalid_parameter_error"), "request"],
  [400, anthropic("invalid_request_error"), "request"],
  [
    400,
    compatible(
      "InvalidParameter",
      "<400> InternalError.Algo.InvalidParameter: Range of input length should be [1, 983616]",
    ),
    "size",
  ],
  [403, flat("AccessDenied.Unpurchased"), "access"],
  [403, flat("Model.AccessDenied"), "access"],
  [403, compatible("AllocationQuota.FreeTierOnly"), "quota"],
  [403, "", "access"],
  [404, flat("ModelNotFound"), "model"],
  [404, compatible("model_not_found"), "model"],
  [404, anthropic("not_found_error"), "model"],
  [429, flat("Throttling.RateQuota"), "rate"],
  [429, compatible("limit_requests", "You exceeded your current requests list."), "rate"],
  [429, flat("Throttling.BurstRate"), "rate"],
  [429, flat("Throttling.AllocationQuota"), "quota"],
  [429, compatible("insufficient_quota"), "quota"],
  [429, "<html>slow down</html>", "rate"],
  [500, flat("InternalError.Timeout"), "server"],
  [500, compatible("ModelServingError"), "server"],
  [503, compatible("ServiceUnavailable"), "server"],
  [529, anthropic("overloaded_error"), "server"],
  [200, compatible("limit_requests"), "rate"],
  [418, "teapot", "unknown"],
])("status %i with %s means %s", (status, body, kind) => {
  const explained = explainUpstreamError(status, body);
  expect(explained.kind).toBe(kind);
  expect(inEnglish(explained.sentence)).toMatch(/^[A-Z].*\.$/);
  expect(inEnglish(explained.wayOut)).toMatch(/\.$/);
});

it.each([compatible("invalid_api_key"), flat("InvalidApiKey"), anthropic("authentication_error")])(
  "passes on the code, the words and the id of %s",
  (body) => {
    expect(explainUpstreamError(401, body)).toMatchObject({
      code: expect.stringMatching(/^(invalid_api_key|InvalidApiKey|authentication_error)$/),
      said: "No.",
      requestId: "id-1",
    });
  },
);

it("reads an error that is a plain text", () => {
  expect(explainUpstreamError(400, '{"error":"Field x is wrong."}')).toMatchObject({
    said: "Field x is wrong.",
  });
});

it("leaves the relay's own sentence as it is", () => {
  const body = JSON.stringify({ error: { code: "relay_rate_limited", message: "Wait 3 s." } });
  expect(explainUpstreamError(429, body)).toMatchObject({ kind: "relay", sentence: "Wait 3 s.", wayOut: "" });
});

it("shortens words without end", () => {
  expect(explainUpstreamError(400, flat("InvalidParameter", "a".repeat(5000))).said?.length).toBeLessThan(
    400,
  );
});

it("names no code in two rules", () => {
  const codes = UPSTREAM_ERROR_RULES.flatMap((rule) => rule.codes.map((code) => code.toLowerCase()));
  expect(new Set(codes).size).toBe(codes.length);
});

it("explains anything", () => {
  const bodies = fc.oneof(fc.string(), fc.json());
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 999 }), bodies, (status, body) => {
      expect(explainUpstreamError(status, body).sentence).not.toBe("");
    }),
  );
});
