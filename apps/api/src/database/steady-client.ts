import pg from 'pg';

/**
 * A connection whose breaking never ends the process. TypeORM and the pool each listen for errors while they hold a
 * connection; one that breaks between the two, or twice, would find nobody listening, and Node ends a process then.
 * The statement that was under way fails all the same, and the pool lets go of the connection.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
  }
}
