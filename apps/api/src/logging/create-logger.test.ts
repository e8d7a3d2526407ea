import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { createLogger } from './create-logger.js';
import { withLogFields } from './log-fields.js';

describe('the log as JSON', () => {
  const lines: string[] = [];
  const write = process.stdout.write.bind(process.stdout);
  beforeEach(() => {
    process.stdout.write = (text) => lines.push(String(text)) > 0;
  });
  afterEach(() => {
    process.stdout.write = write;
    lines.splice(0);
  });

  it('is one object a line and names the run that the line is about', async () => {
    await withLogFields({ lane: 'deal:1' }, () =>
      withLogFields({ run_id: 'r1' }, () => {
        createLogger('json').warn('It takes long', 'Run');
        return Promise.resolve();
      }),
    );
    expect(lines).toHaveLength(1);
    const said = { level: 'warn', message: 'It takes long', context: 'Run', lane: 'deal:1', run_id: 'r1' };
    expect(JSON.parse(lines[0]!)).toMatchObject(said);
  });

  it('does not take over the ids of other work', async () => {
    await withLogFields({ run_id: 'r1' }, () => Promise.resolve());
    createLogger('json').warn('Redis is away', 'Queue');
    expect(JSON.parse(lines[0]!)).not.toHaveProperty('run_id');
  });
});
