import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who-knows-what changed when: one change that a person made to Tandem itself. Never changed, never deleted. */
@Entity('audit')
export class AuditEntry {
  /** UUIDv7: sorts by age. */
  @PrimaryColumn('uuid')
  id: string;

  @Column('timestamptz')
  at: Date;

  /** What was done, e.g. `automation.switched_on`. */
  @Column('text')
  action: string;

  /** To what, for people and for searching, e.g. `recipe import-from-crm`. */
  @Column('text')
  subject: string;

  @Column('jsonb', { nullable: true })
  before: unknown;

  @Column('jsonb', { nullable: true })
  after: unknown;
}
