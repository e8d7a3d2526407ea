import { Module } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { AuditModule } from '../audit/audit.module.js';
import { CatalogueModule } from '../catalogue/catalogue.module.js';
import { EditRecipe } from './edit-recipe.js';
import { PublishRecipe } from './publish-recipe.js';
import { RecipeCatalogue } from './recipe-catalogue.js';
import { RecipeStore } from './recipe-store.js';
import { RecipeVersionRow } from './recipe-version.entity.js';
import { RecipeVersionsController } from './recipe-versions.controller.js';
import { RecipeVersions } from './recipe-versions.js';
import { RecipeRow } from './recipe.entity.js';
import { RecipesController } from './recipes.controller.js';
import { RemoveRecipe } from './remove-recipe.js';
import { ReviewRecipe } from './review-recipe.js';
import { SeedBuiltIns } from './seed-built-ins.js';

/** Owns the tables `recipe` and `recipe_version`. Knows what recipes say, not how they run. */
@Module({
  imports: [AuditModule, CatalogueModule, TypeOrmModule.forFeature([RecipeRow, RecipeVersionRow])],
  controllers: [RecipesController, RecipeVersionsController],
  providers: [
    EditRecipe,
    PublishRecipe,
    RecipeCatalogue,
    RecipeStore,
    RecipeVersions,
    RemoveRecipe,
    ReviewRecipe,
    SeedBuiltIns,
  ],
  exports: [RecipeStore, RecipeVersions],
})
export class RecipesModule {}
