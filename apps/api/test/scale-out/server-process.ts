import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { eventually } from '../../src/testing/eventually.js';
import { freePort } from './free-port.js';

/** One process of Tandem, as an operator starts it: the built main.js and environment variables. */
export class ServerProcess {
  readonly lines: string[] = [];

  private constructor(
    readonly url: string,
    private readonly child: ChildProcess,
  ) {
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.lines.push(...text.split('\n').filter(Boolean)));
    }
  }

  /** Comes back when it is ready. */
  static async start(environment: Record<string, string>): Promise<ServerProcess> {
    const port = await freePort();
    const child = spawn(process.execPath, [join(process.cwd(), 'apps/api/dist/main.js')], {
      env: { ...process.env, HOST: '127.0.0.1', PORT: String(port), LOG_FORMAT: 'json', ...environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const server = new ServerProcess(`http://127.0.0.1:${port}`, child);
    try {
      await eventually(async () => {
        if (!server.isRunning) throw new Error(`It ended: ${server.lines.join('\n')}`);
        expect((await fetch(`${server.url}/api/health/ready`)).status).toBe(200);
      }, 90_000);
    } catch (error) {
      await server.end('SIGKILL');
      throw error;
    }
    return server;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** What it printed before it ended by itself; nothing while it lives. */
  lastWords(): string[] {
    return this.isRunning ? [] : ['It ended.', ...this.lines.slice(-10)];
  }

  /** Sends a signal to a process that goes on living. */
  signal(name: 'SIGSTOP' | 'SIGCONT' | 'SIGTERM'): void {
    this.child.kill(name);
  }

  /** Answers its exit code; null when it was killed. */
  async end(name: 'SIGTERM' | 'SIGKILL'): Promise<number | null> {
    if (this.isRunning) {
      const ended = once(this.child, 'exit');
      this.child.kill(name);
      await ended;
    }
    return this.child.exitCode;
  }
}
