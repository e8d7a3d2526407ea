import { Injectable } from '@nestjs/common';
import { said } from '@tandem/recipes';
import { Config } from '../config/config.js';
import { conflict } from '../http/problem.js';
import { ConnectAccount } from './connect-account.js';
import type { Connection } from './connection.entity.js';
import { sandboxAccounts } from './sandbox-accounts.js';

/** Connects both accounts of the local twin. */
@Injectable()
export class ConnectSandbox {
  constructor(
    private readonly config: Config,
    private readonly connectAccount: ConnectAccount,
  ) {}

  /** Safe to repeat. Throws 409 when no sandbox runs, or when a connector has another account. */
  async connect(): Promise<Connection[]> {
    const { sandboxUrl } = this.config;
    if (sandboxUrl === undefined) {
      throw conflict(said`No sandbox runs beside this server. Start one and set SANDBOX_URL to its address.`);
    }
    const connections: Connection[] = [];
    for (const account of sandboxAccounts(sandboxUrl)) {
      connections.push(await this.connectAccount.createOrChange(account));
    }
    return connections;
  }
}
