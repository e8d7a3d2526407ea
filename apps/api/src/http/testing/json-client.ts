export interface Answer<Body> {
  status: number;
  body: Body;
  text: string;
}

export type Ask<Usual> = <Body = Usual>(method: string, path: string, body?: unknown) => Promise<Answer<Body>>;

/**
 * Speaks JSON with a server, for tests. A body that is text is sent as it is.
 * @param root asked at each call, as the server starts after the test file was read
 */
export function jsonClient<Usual>(root: () => string): Ask<Usual> {
  return async <Body>(method: string, path: string, body?: unknown): Promise<Answer<Body>> => {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const sent = body === undefined ? {} : { body: text, headers: { 'content-type': 'application/json' } };
    const response = await fetch(`${root()}${path}`, { method, ...sent });
    const answer = await response.text();
    return { status: response.status, body: (answer === '' ? undefined : JSON.parse(answer)) as Body, text: answer };
  };
}
