import type { Recipe } from '@tandem/recipes';
import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** One published version; it never changes. */
@Entity('recipe_version')
export class RecipeVersionRow {
  @PrimaryColumn('uuid', { name: 'recipe_id' })
  recipeId: string;

  /** From 1, without gaps. */
  @PrimaryColumn('integer')
  version: number;

  @Column('jsonb')
  content: Recipe;

  @CreateDateColumn({ type: 'timestamptz', name: 'published_at' })
  publishedAt: Date;
}
