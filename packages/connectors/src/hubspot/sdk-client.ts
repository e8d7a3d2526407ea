import { Client } from '@hubspot/api-client';
import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { API_VERSION, urlForVersion } from './api-version.js';
import { HubSpotRefusal } from './refusal.js';

/** The part of the SDK's request and response contexts that its middleware hands us. */
interface OutgoingCall {
  getUrl(): string;
  setUrl(url: string): void;
}
interface Answer {
  httpStatusCode: number;
  headers: Record<string, string>;
  body: { text(): Promise<string> };
}

const speakVersion = (call: OutgoingCall): OutgoingCall => {
  const url = call.getUrl();
  const versioned = urlForVersion(url, API_VERSION);
  if (versioned !== url) call.setUrl(versioned);
  return call;
};

const refuse = async (answer: Answer): Promise<Answer> => {
  const isSuccess = answer.httpStatusCode >= 200 && answer.httpStatusCode < 300;
  // The SDK takes a page of text with status 200, as proxies send them, for a record without properties.
  if (isSuccess && isJsonOrNothing(answer)) return answer;
  throw new HubSpotRefusal(answer.httpStatusCode, answer.headers, await answer.body.text());
};

const isJsonOrNothing = ({ httpStatusCode, headers }: Answer): boolean =>
  httpStatusCode === 204 || /\bjson\b/i.test(headers['content-type'] ?? 'json');

/** Lines are kept for the next call, but not so long that the remote has given them up meanwhile. */
const KEPT = { keepAlive: true, timeout: 4_000 };
const overHttp = new HttpAgent(KEPT);
const overHttps = new HttpsAgent(KEPT);

/**
 * One SDK client for one token and origin. Its limiter and retries are left unset on purpose: the SDK keeps them in a
 * process-wide singleton, where connections would overwrite each other's.
 */
export function openSdk(accessToken: string, baseUrl: string): Client {
  return new Client({
    accessToken,
    basePath: baseUrl.replace(/\/+$/, ''),
    // With an agent the SDK calls through node:http, at a third of what its fetch costs.
    httpAgent: new URL(baseUrl).protocol === 'http:' ? overHttp : overHttps,
    middleware: [
      {
        // The SDK types both contexts as unknown; these are the members that its generated code calls itself.
        pre: (call) => speakVersion(call as OutgoingCall),
        post: (answer) => refuse(answer as Answer),
      },
    ],
  });
}
