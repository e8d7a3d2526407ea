import { Injectable } from '@nestjs/common';
import { Config } from '../config/config.js';
import { seal, sealingKey, unseal } from './seal.js';

type Purpose = 'credentials' | 'webhook_secret';

/** Seals and opens the secrets of connections. Throws SealBroken when opening fails. */
@Injectable()
export class Vault {
  private readonly key: Buffer;

  constructor(config: Config) {
    this.key = sealingKey(config.secret);
  }

  sealFor(connectionId: string, purpose: Purpose, text: string): Buffer {
    return seal(this.key, text, `${connectionId}/${purpose}`);
  }

  open(connectionId: string, purpose: Purpose, sealed: Uint8Array): string {
    return unseal(this.key, sealed, `${connectionId}/${purpose}`);
  }
}
