import { Controller, Get, Headers, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { said } from '@tandem/recipes';
import { notFound } from '../http/problem.js';
import { EditorFiles } from './editor-files.js';

/** As much of Fastify's request and reply as is used. */
interface Request {
  url: string;
}
interface Reply {
  headers(values: Record<string, string>): Reply;
  send(body: Buffer): void;
}

const FOR_PROGRAMS = /^\/(api|webhooks)(\/|$)/;
const FOR_GOOD = 'public, max-age=31536000, immutable';

/** The editor: its files, and its one page at every address that is not of the API. */
@ApiExcludeController()
@Controller()
export class EditorController {
  constructor(private readonly files: EditorFiles) {}

  @Get(['', '*'])
  async serve(
    @Req() { url }: Request,
    @Res() reply: Reply,
    @Headers('accept-encoding') accepted: string | undefined,
  ): Promise<void> {
    const path = url.split('?')[0] ?? url;
    if (FOR_PROGRAMS.test(path)) throw notFound(said`such address as ${path}`);
    const file = this.files.at(path);
    if (!file)
      throw notFound(
        this.files.isBuilt ? said`file ${path}` : said`editor in this installation; build it with npm run build`,
      );
    const packed = accepted?.includes('gzip') ? await file.gzipped() : null;
    reply
      .headers({
        'content-type': file.type,
        'cache-control': file.isHashed ? FOR_GOOD : 'no-cache',
        vary: 'accept-encoding',
        ...(packed ? { 'content-encoding': 'gzip' } : {}),
      })
      .send(packed ?? file.content);
  }
}
