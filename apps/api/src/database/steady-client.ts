import pg from 'pg';
import { preparedName } from './prepared.js';

/**
 * A connection whose breaking never ends the process. TypeORM and the pool each listen for errors while they hold a
 * connection; one that breaks between the two, or twice, would find nobody listening, and Node ends a process then.
 * The statement that was under way fails all the same, and the pool lets go of the connection.
 * Statements that are marked as prepared are.
 */
export class SteadyClient extends pg.Client {
  constructor(config?: string | pg.ClientConfig) {
    super(config);
    this.on('error', () => undefined);
    // One of pg's many overloads stands for all of them, which are handed on as they are.
    const query = super.query.bind(this) as (...given: unknown[]) => unknown;
    this.query = ((...given: unknown[]) => {
      const [text, values, ...others] = given;
      const name = preparedName(text);
      return name === undefined ? query(...given) : query({ name, text, values }, ...others);
    }) as pg.Client['query'];
  }
}
