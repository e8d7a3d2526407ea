import { Injectable } from '@nestjs/common';
import { ConnectorError, type Account, type Connector } from '@tandem/connectors';
import { said } from '@tandem/recipes';
import { issuesOf } from '../http/issues.js';
import { Problem, unprocessable } from '../http/problem.js';
import { Gateways, type Opening } from './gateways.js';

/** Asks a remote who we are before anything is stored. */
@Injectable()
export class CheckAccount {
  constructor(private readonly gateways: Gateways) {}

  /** What the connector's schema makes of the credentials. Throws a 422 that points at the wrong one. */
  credentials(connector: Connector, given: Readonly<Record<string, unknown>>): unknown {
    const parsed = connector.credentials.safeParse(given);
    if (parsed.success) return parsed.data;
    const issues = issuesOf('body', parsed.error.issues);
    throw unprocessable(
      said`These are not the credentials that ${connector.title} needs.`,
      issues.map((issue) => ({ ...issue, pointer: `/credentials${issue.pointer}` })),
    );
  }

  /** The account behind the credentials. Throws a 422 with the remote's reason when it refuses or does not answer. */
  async account(opening: Opening): Promise<Account> {
    const { connector } = opening;
    try {
      return await connector.test(this.gateways.openUnkept(opening));
    } catch (cause) {
      if (!(cause instanceof ConnectorError)) throw cause;
      const pointer = cause.errorClass === 'auth' ? '/credentials' : '';
      throw new Problem(422, said`${connector.title} was asked who we are and refused: ${reasonOf(cause)}`, {
        issues: [{ in: 'body', pointer, message: cause.message }],
        cause,
      });
    }
  }
}

/** For people: what happened and what to do. */
export const reasonOf = (error: ConnectorError): string =>
  error.remedy === undefined ? error.message : `${error.message} ${error.remedy}`;
