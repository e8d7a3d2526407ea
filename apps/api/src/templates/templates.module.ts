import { Module } from '@nestjs/common';
import { ConnectionsModule } from '../connections/connections.module.js';
import { TemplateContents } from './template-contents.js';
import { TemplateFolders } from './template-folders.js';
import { Templates } from './templates.js';

/** What documents are made from, read live. Owns nothing. */
@Module({
  imports: [ConnectionsModule],
  providers: [TemplateContents, TemplateFolders, Templates],
  exports: [TemplateContents, TemplateFolders, Templates],
})
export class TemplatesModule {}
