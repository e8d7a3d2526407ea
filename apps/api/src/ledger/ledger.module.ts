import { Module } from '@nestjs/common';
import { Ledger } from './ledger.js';

/** Owns the table `effect`. */
@Module({ providers: [Ledger], exports: [Ledger] })
export class LedgerModule {}
