/** One of the two APIs, as the person at the console: outside of faults and of the log of calls. */
export const hubspot = (method, path, body) => call(method, `/control/play/api/hubspot${path}`, body);
export const pandadoc = (method, path, body) => call(method, `/control/play/api/pandadoc${path}`, body);

/** The sandbox's own switches. */
export const control = (method, path, body) => call(method, `/control${path}`, body);

/** Where a browser finds an answer that is a file. */
export const pandadocUrl = (path) => `/control/play/api/pandadoc${path}`;

async function call(method, path, body) {
  const response = await fetch(path, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const text = await response.text();
  const answer = parse(text);
  if (!response.ok) throw new Error(reasonOf(answer, response.status));
  return answer;
}

function parse(text) {
  try {
    return text === '' ? null : JSON.parse(text);
  } catch {
    return text;
  }
}

/** The sentence in an error of HubSpot, PandaDoc or the sandbox itself. */
function reasonOf(answer, status) {
  const said =
    answer?.errors?.[0]?.message ?? answer?.message ?? answer?.error ?? answer?.detail ?? answer?.info_message;
  if (said === undefined) return `It was answered with ${status}.`;
  return typeof said === 'string' ? said : JSON.stringify(said);
}
