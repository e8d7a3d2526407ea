import { createHmac } from 'node:crypto';
import { Agent, request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { webhookBody } from './recipe.mjs';

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Sends signed webhooks; each is about a document of its own, by its number. */
export class Load {
  #number = 1;

  constructor(url, signingKey) {
    this.url = url;
    this.signingKey = signingKey;
  }

  get next() {
    return this.#number;
  }

  /** As fast as `atOnce` senders can; comes back when all are acknowledged. */
  async flood(count, atOnce) {
    const end = this.#number + count;
    const sender = async () => {
      while (this.#number < end) await this.#send(this.#number++);
    };
    await Promise.all(Array.from({ length: atOnce }, sender));
  }

  /**
   * So many a second, whether the answers come or not. Latencies count from the instant at which a webhook was to be
   * sent, so that a stop of the receiver is seen in all that fell into it.
   */
  async steadily(perSecond, seconds) {
    const acknowledged = [];
    const sentAt = new Map();
    const under = [];
    const began = performance.now();
    for (let n = 0; n < perSecond * seconds; n++) {
      const due = began + (n * 1000) / perSecond;
      const wait = due - performance.now();
      if (wait > 1) await sleep(wait);
      const number = this.#number++;
      sentAt.set(`bench${number}`, performance.timeOrigin + due);
      under.push(this.#send(number).then(() => acknowledged.push(performance.now() - due)));
    }
    await Promise.all(under);
    return { acknowledged, sentAt };
  }

  #send(number) {
    const body = webhookBody(number);
    const signature = createHmac('sha256', this.signingKey).update(body).digest('hex');
    return new Promise((resolve, reject) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
      const sent = request(`${this.url}?signature=${signature}`, { method: 'POST', agent, headers }, (response) => {
        response.resume();
        response.on('end', () =>
          response.statusCode < 300 ? resolve() : reject(new Error(`A webhook was answered ${response.statusCode}`)),
        );
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
}

/** The value that `part` (0 … 1) of all values do not exceed. */
export function percentile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)] ?? NaN;
}

export const median = (values) => percentile(values, 0.5);
