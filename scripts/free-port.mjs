import { createServer } from 'node:net';

/** The wanted port, or the first free one after it. Throws when none of the next hundred is free. */
export async function freePort(wanted, host) {
  for (let port = wanted; port < Math.min(wanted + 100, 65_536); port++) if (await isFree(port, host)) return port;
  throw new Error(`No port from ${wanted} on is free. Set PORT to another one.`);
}

function isFree(port, host) {
  const server = createServer();
  return new Promise((resolve) => {
    server.once('error', (error) => resolve(error.code !== 'EADDRINUSE')); // other errors are the app's to explain
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(true)));
  });
}
