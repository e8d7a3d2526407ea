/** Adds up what Jest wrote and prints the closing line. A failed step without tests counts as one failure. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const folder = process.argv[2];
const total = { passed: 0, failed: 0, skipped: 0 };

for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
  const run = JSON.parse(readFileSync(join(folder, file), 'utf8'));
  total.passed += run.numPassedTests;
  total.failed += run.numFailedTests + run.numRuntimeErrorTestSuites;
  total.skipped += run.numPendingTests + run.numTodoTests;
  console.log(`${file.replace('.json', '')}: ${run.numPassedTests} of ${run.numTotalTests} tests passed`);
  for (const suite of run.testResults.filter(({ status }) => status === 'failed'))
    console.log(`  failed: ${suite.name}`);
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
