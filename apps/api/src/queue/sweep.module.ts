import { Module } from '@nestjs/common';
import { LaneSweeper } from './lane-sweeper.js';

/** Part of the work of a worker: nothing that is due is forgotten. */
@Module({ providers: [LaneSweeper] })
export class SweepModule {}
