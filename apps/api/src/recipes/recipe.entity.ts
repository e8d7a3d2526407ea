import type { Recipe } from '@tandem/recipes';
import { Column, CreateDateColumn, Entity, PrimaryColumn, UpdateDateColumn } from 'typeorm';

/** A recipe as people edit it. What runs are its published versions. */
@Entity('recipe')
export class RecipeRow {
  @PrimaryColumn('uuid')
  id: string;

  @Column('text', { unique: true })
  key: string;

  @Column('boolean', { name: 'built_in' })
  builtIn: boolean;

  /** Well formed by the recipe schema; may still have issues. */
  @Column('jsonb')
  draft: Recipe;

  /** Counts saves; a save names the revision that it was based on. */
  @Column('integer', { name: 'draft_revision' })
  draftRevision: number;

  @Column('integer', { name: 'published_version', nullable: true })
  publishedVersion: number | null;

  /** Order of the runs of one event, and of the columns in the matrix. */
  @Column('integer')
  position: number;

  @CreateDateColumn({ type: 'timestamptz', name: 'created_at' })
  createdAt: Date;

  @UpdateDateColumn({ type: 'timestamptz', name: 'updated_at' })
  updatedAt: Date;
}
