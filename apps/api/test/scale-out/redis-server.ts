import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { Redis } from 'ioredis';
import { eventually } from '../../src/testing/eventually.js';
import { freePort } from './free-port.js';

/** A real Redis of the test's own, which may be emptied, killed and started again. Needs redis-server on the PATH. */
export class RedisServer {
  private process: ChildProcess | undefined;

  private constructor(private readonly port: number) {}

  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort());
    await server.start();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.port}`;
  }

  async start(): Promise<void> {
    const options = ['--port', String(this.port), '--save', '', '--maxmemory-policy', 'noeviction'];
    this.process = spawn('redis-server', options, { stdio: 'ignore' });
    await eventually(() => this.ask((redis) => redis.ping()));
  }

  /** Without a word to anybody, as in a crash. */
  async kill(): Promise<void> {
    if (this.process?.exitCode !== null || this.process.signalCode !== null) return;
    const ended = once(this.process, 'exit');
    this.process.kill('SIGKILL');
    await ended;
  }

  async flush(): Promise<void> {
    await this.ask((redis) => redis.flushall());
  }

  private async ask<T>(question: (redis: Redis) => Promise<T>): Promise<T> {
    const redis = new Redis(this.url, { retryStrategy: () => null, lazyConnect: true });
    redis.on('error', () => undefined);
    try {
      await redis.connect();
      return await question(redis);
    } finally {
      redis.disconnect();
    }
  }
}
