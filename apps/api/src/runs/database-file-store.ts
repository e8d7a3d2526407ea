import { said } from '@tandem/recipes';
import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ConnectorError, type FileRef, type FileStore } from '@tandem/connectors';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { sqlOne } from '../database/sql.js';

/** Keeps the files that steps hand on beside the journal that names them. */
@Injectable()
export class DatabaseFileStore implements FileStore {
  constructor(private readonly dataSource: DataSource) {}

  async put(file: { name: string; mediaType: string; bytes: Uint8Array }): Promise<FileRef> {
    const ref: FileRef = {
      file_id: uuid(),
      name: file.name,
      media_type: file.mediaType,
      size: file.bytes.byteLength,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
    };
    await this.dataSource.query(
      `insert into file (id, name, media_type, size, sha256, bytes) values ($1, $2, $3, $4, $5, $6)`,
      [ref.file_id, ref.name, ref.media_type, ref.size, ref.sha256, Buffer.from(file.bytes)],
    );
    return ref;
  }

  async get(ref: FileRef): Promise<Uint8Array> {
    const row = await sqlOne<{ bytes: Buffer }>(this.dataSource.manager, `select bytes from file where id = $1`, [
      ref.file_id,
    ]);
    if (row) return row.bytes;
    throw new ConnectorError('not_found', said`The file “${ref.name}” is no longer kept.`, {
      remedy: said`Run the automation again from the start: it fetches the file anew.`,
    });
  }
}
