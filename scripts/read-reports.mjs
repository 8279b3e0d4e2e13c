/** Reads from the test runners' JSON reports how many tests passed and failed. */
import { readFileSync } from "node:fs";

function readReport(path) {
  try {
    return JSON.parse(readFileSync(path, "utf8"));
  } catch {
    // A runner that could not start leaves no report.
    return null;
  }
}

/** A test file that fails without a failed test (its imports broke, say) counts as one failure. */
export function countVitest(path) {
  const report = readReport(path);
  if (!report) return { passed: 0, failed: 0 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  );
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken.length };
}

/** A test that passed only on a retry has passed. */
export function countPlaywright(path) {
  const report = readReport(path);
  if (!report) return { passed: 0, failed: 0 };
  const { expected, flaky, unexpected } = report.stats;
  return { passed: expected + flaky, failed: unexpected };
}
