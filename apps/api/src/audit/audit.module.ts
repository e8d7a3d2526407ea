import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditEntry } from './audit-entry.entity.js';
import { AuditController } from './audit.controller.js';
import { Audit } from './audit.js';
import { ReadAudit } from './read-audit.js';

/** Owns the table `audit`. */
@Module({
  imports: [TypeOrmModule.forFeature([AuditEntry])],
  controllers: [AuditController],
  providers: [Audit, ReadAudit],
  exports: [Audit],
})
export class AuditModule {}
