import { z } from 'zod';
import { startSandbox, type Sandbox } from './sandbox.js';

const Env = z.object({
  SANDBOX_PORT: z.coerce.number().int().min(0).max(65_535).default(4010),
  SANDBOX_DATA: z.string().min(1).optional(),
  SANDBOX_HUBSPOT_TARGET: z.url({ protocol: /^https?$/ }).optional(),
});

const say = (line: string): void => void process.stderr.write(`${line}\n`);

try {
  const env = Env.safeParse(process.env);
  if (!env.success) throw new Error(`Set these environment variables correctly: ${namesOf(env.error)}`);
  const { SANDBOX_PORT: port, SANDBOX_DATA: dataFile, SANDBOX_HUBSPOT_TARGET: hubspotTarget } = env.data;
  const sandbox = await startSandbox({
    port,
    notice: say,
    ...(dataFile !== undefined && { dataFile }),
    ...(hubspotTarget !== undefined && { hubspotTarget }),
  });
  // Whoever started us over a channel tells people where to go.
  if (!process.channel) say(`The sandbox listens on ${sandbox.url}`);
  closeOnSignal(sandbox);
} catch (error) {
  say(`The sandbox did not start. ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}

function namesOf(error: z.ZodError): string {
  return error.issues.map(({ path }) => path.join('.')).join(', ');
}

function closeOnSignal(sandbox: Sandbox): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      void sandbox.close();
    });
  }
}
