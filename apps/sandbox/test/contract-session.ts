import { startSandbox } from '../src/sandbox.js';
import type { Exchange } from './contract-check.js';

/** A parsed answer: traffic looks into it, and fails where it is not as expected. */
type Json = ReturnType<typeof JSON.parse>;

const AUTHORIZATION = {
  hubspot: 'Bearer pat-sandbox-hubspot',
  pandadoc: 'API-Key sandbox-production-key',
  control: '',
};

export interface Session {
  /** `send('hubspot', 'PATCH /crm/v3/objects/deals/1', {…})`; says the answer's body. */
  send: (side: keyof typeof AUTHORIZATION, call: string, body?: unknown, authorization?: string) => Promise<Json>;
  upload: (path: string, form: FormData) => Promise<Json>;
  /** What was called since the last time, as the call log has it. */
  takeExchanges(): Promise<Exchange[]>;
  close(): Promise<void>;
}

/** A whole sandbox and a caller of both APIs. */
export async function startSession(): Promise<Session> {
  const sandbox = await startSandbox({ port: 0 });
  const at = (side: string, path: string): string => `${sandbox.url}/${side}${path}`;

  const send: Session['send'] = async (side, call, body, authorization = AUTHORIZATION[side]) => {
    const [method = 'GET', path = ''] = call.split(' ', 2);
    const response = await fetch(at(side, path), {
      method,
      headers: {
        ...(authorization !== '' && { authorization }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    return parsed(await response.text());
  };
  return {
    send,
    upload: async (path, form) => {
      const headers = { authorization: AUTHORIZATION.hubspot };
      return parsed(await (await fetch(at('hubspot', path), { method: 'POST', headers, body: form })).text());
    },
    takeExchanges: async () => {
      const { requests } = await send('control', 'GET /requests?full=1');
      await send('control', 'DELETE /requests');
      return requests;
    },
    close: () => sandbox.close(),
  };
}

function parsed(text: string): Json {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}
