import { Injectable } from '@nestjs/common';
import { said } from '@tandem/recipes';
import { DataSource } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Connections } from '../connections/connections.js';
import { sqlOne } from '../database/sql.js';
import { notFound } from '../http/problem.js';
import { Inbox } from '../ingest/inbox.js';
import { FindSubjects } from '../matching/find-subjects.js';
import { documentNow } from './document-now.js';

/** A person's wish to run one recipe for one document, as an event like any other. */
@Injectable()
export class RunNow {
  constructor(
    private readonly findSubjects: FindSubjects,
    private readonly connections: Connections,
    private readonly dataSource: DataSource,
    private readonly inbox: Inbox,
  ) {}

  /**
   * Stores the event and answers its id; the run starts at once, in its lane.
   * Throws 404 for an unknown recipe or document, ConnectorError when PandaDoc cannot be asked.
   */
  async ask(recipeKey: string, documentId: string): Promise<{ event_id: string }> {
    const recipe = await sqlOne<{ id: string }>(this.dataSource.manager, `select id from recipe where key = $1`, [
      recipeKey,
    ]);
    if (!recipe) throw notFound(said`recipe “${recipeKey}”`);
    const document = await documentNow(this.findSubjects, documentId);
    const connectorKey = this.findSubjects.documentConnector();
    const { connectionId } = await this.connections.open(connectorKey);
    const [stored] = await this.inbox.store({ connectionId, connector: connectorKey, recipeId: recipe.id }, [
      { ...document, identity: `by-hand:${uuid()}` },
    ]);
    if (!stored) throw new Error('An event with a fresh identity was already known');
    return { event_id: stored.id };
  }
}
