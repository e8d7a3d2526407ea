import { Module } from '@nestjs/common';
import { Ledger } from './ledger.js';
import { SearchModule } from './search.module.js';

/** Owns the tables `effect` and `subject`. */
@Module({ imports: [SearchModule], providers: [Ledger], exports: [Ledger] })
export class LedgerModule {}
