import type { NestFastifyApplication } from '@nestjs/platform-fastify';

export interface ListenAddress {
  host: string;
  port: number;
}

/** Opens the port of an application that is put together. Throws in plain words when it cannot; nothing is left running then. */
export async function listen(app: NestFastifyApplication, { host, port }: ListenAddress): Promise<void> {
  try {
    await app.init();
    await app.getHttpAdapter().getInstance().listen({ port, host }); // Nest's own would log the failure too
  } catch (error) {
    await app.close();
    throw explained(error, host, port);
  }
}

/** Turns the codes of a failed bind into what a person can do about it. */
function explained(error: unknown, host: string, port: number): unknown {
  switch (typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined) {
    case 'EADDRINUSE':
      return new Error(`Port ${port} is taken by another program. End it, or set PORT to a free one.`);
    case 'EACCES':
      return new Error(`Port ${port} may not be opened by this user. Set PORT to a number above 1023.`);
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return new Error(`${host} is not an address of this machine. Set HOST to one, such as 127.0.0.1.`);
    default:
      return error;
  }
}
