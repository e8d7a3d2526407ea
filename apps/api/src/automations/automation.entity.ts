import type { JsonObject } from '@tandem/recipes';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A recipe switched on or off for one template, or as the default for all. */
@Entity('automation')
export class AutomationRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('uuid', { name: 'recipe_id' })
  recipeId: string;

  /** null: the default for every template that has no row of its own. */
  @Column('text', { name: 'template_id', nullable: true })
  templateId: string | null;

  @Column('boolean')
  enabled: boolean;

  /** As a person filled them in; what is left out takes the recipe's default. */
  @Column('jsonb')
  settings: JsonObject;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
