import type { Account } from '@tandem/connectors';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

export type ConnectionStatus = 'connected' | 'paused';

/** One account of a connector. At most one per connector. */
@Entity('connection')
export class Connection {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  connector: string;

  @Column('text')
  name: string;

  /** Without a trailing slash. */
  @Column('text', { name: 'base_url' })
  baseUrl: string;

  /** Sealed JSON of the connector's credentials schema. */
  @Column('bytea')
  credentials: Buffer;

  @Column('jsonb', { nullable: true })
  account: Account | null;

  @Column('text')
  status: ConnectionStatus;

  /** Paused: why. Connected: what does not work all the same, e.g. that webhooks could not be subscribed to. */
  @Column('text', { name: 'status_reason', nullable: true })
  statusReason: string | null;

  @Column('text', { name: 'webhook_subscription_id', nullable: true })
  webhookSubscriptionId: string | null;

  /** Sealed. */
  @Column('bytea', { name: 'webhook_secret', nullable: true })
  webhookSecret: Buffer | null;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
