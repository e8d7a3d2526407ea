import { Module } from '@nestjs/common';
import { EditorController } from './editor.controller.js';
import { EditorFiles } from './editor-files.js';

/** Hands the built editor to browsers. Owns nothing, and knows of no other room but HTTP. */
@Module({
  controllers: [EditorController],
  providers: [{ provide: EditorFiles, useFactory: () => new EditorFiles() }],
})
export class EditorModule {}
