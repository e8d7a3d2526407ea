/**
 * Adds up what Jest wrote and prints the closing line. A failed step without tests counts as one failure.
 * Files whose tests failed among the others were run once more by themselves: NAME.again.json holds how that went,
 * which counts, and which of them passed then is said, since such a test leans on something that it does not wait for.
 */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const total = { passed: 0, failed: 0, skipped: 0 };

for (const name of readdirSync(folder).filter((file) => file.endsWith('.json') && !file.endsWith('.again.json'))) {
  const again = new Map(resultsOf(name.replace('.json', '.again.json')).map((result) => [result.name, result]));
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const first of resultsOf(name)) {
    const result = again.get(first.name) ?? first;
    count(result, counts);
    if (result.status === 'failed') console.log(`  failed: ${result.name}`);
    else if (first.status === 'failed') console.log(`  FLAKY, failed among others and passed alone: ${first.name}`);
  }
  console.log(`${name.replace('.json', '')}: ${counts.passed} passed, ${counts.failed} failed`);
  for (const kind of Object.keys(total)) total[kind] += counts[kind];
}

const failedSteps = join(folder, 'failed-steps');
if (existsSync(failedSteps)) {
  const names = readFileSync(failedSteps, 'utf8').trim().split('\n');
  total.failed += names.length;
  console.log(`Failed: ${names.join(', ')}`);
}

const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
process.exitCode = total.failed > 0 || total.passed === 0 ? 1 : 0;

function resultsOf(name) {
  const path = join(folder, name);
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).testResults : [];
}

/** A file that failed although none of its tests did could not be run at all. */
function count({ status, assertionResults }, counts) {
  const failed = assertionResults.filter((test) => test.status === 'failed').length;
  const passed = assertionResults.filter((test) => test.status === 'passed').length;
  counts.passed += passed;
  counts.failed += failed === 0 && status === 'failed' ? 1 : failed;
  counts.skipped += assertionResults.length - passed - failed;
}
