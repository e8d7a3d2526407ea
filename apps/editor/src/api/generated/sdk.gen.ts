// @ts-nocheck -- written by scripts/api-client.mjs; not to be edited

import { client } from './client.gen.js';
import type { Client, ClientMeta, Options as Options2, RequestResult, ServerSentEventsResult, TDataShape } from './client/index.js';
import type { AuditListData, AuditListErrors, AuditListResponses, AutomationsChangeData, AutomationsChangeErrors, AutomationsChangeResponses, AutomationsListData, AutomationsListErrors, AutomationsListResponses, AutomationsResetData, AutomationsResetErrors, AutomationsResetResponses, AutomationsSwitchData, AutomationsSwitchErrors, AutomationsSwitchResponses, BackfillsCreateData, BackfillsCreateErrors, BackfillsCreateResponses, BackfillsDocumentsData, BackfillsDocumentsErrors, BackfillsDocumentsResponses, BackfillsListData, BackfillsListResponses, BackfillsOneData, BackfillsOneErrors, BackfillsOneResponses, BackfillsPauseData, BackfillsPauseErrors, BackfillsPauseResponses, BackfillsResumeData, BackfillsResumeErrors, BackfillsResumeResponses, BackfillsStartData, BackfillsStartErrors, BackfillsStartResponses, BackfillsStopData, BackfillsStopErrors, BackfillsStopResponses, CatalogueListData, CatalogueListResponses, CatalogueOneData, CatalogueOneErrors, CatalogueOneResponses, ConnectionBudgetBudgetData, ConnectionBudgetBudgetErrors, ConnectionBudgetBudgetResponses, ConnectionsChangeData, ConnectionsChangeErrors, ConnectionsChangeResponses, ConnectionsCreateData, ConnectionsCreateErrors, ConnectionsCreateResponses, ConnectionsListData, ConnectionsListResponses, ConnectionsOneData, ConnectionsOneErrors, ConnectionsOneResponses, ConnectionsRemoveData, ConnectionsRemoveErrors, ConnectionsRemoveResponses, ConnectionsSandboxData, ConnectionsSandboxErrors, ConnectionsSandboxResponses, ConnectionsTestData, ConnectionsTestErrors, ConnectionsTestResponses, ConnectionsWebhookData, ConnectionsWebhookErrors, ConnectionsWebhookResponses, HealthLiveData, HealthLiveResponses, HealthReadyData, HealthReadyErrors, HealthReadyResponses, HistoryCountOutcomesData, HistoryCountOutcomesErrors, HistoryCountOutcomesResponses, HistoryEventData, HistoryEventErrors, HistoryEventResponses, HistoryListEffectsData, HistoryListEffectsErrors, HistoryListEffectsResponses, HistoryListEventsData, HistoryListEventsErrors, HistoryListEventsResponses, HistoryListFailureGroupsData, HistoryListFailureGroupsErrors, HistoryListFailureGroupsResponses, HistoryListRunsData, HistoryListRunsErrors, HistoryListRunsResponses, HistoryRunData, HistoryRunErrors, HistoryRunResponses, LiveListenData, LiveListenErrors, LiveListenResponse, LiveListenResponses, MetricsMetricsData, MetricsMetricsResponses, NudgeReceiveData, NudgeReceiveErrors, NudgeReceiveResponses, PickListsLoadData, PickListsLoadErrors, PickListsLoadResponses, RecipesCallableData, RecipesCallableResponses, RecipesCloneData, RecipesCloneErrors, RecipesCloneResponses, RecipesImportData, RecipesImportErrors, RecipesImportResponses, RecipesListData, RecipesListResponses, RecipesOneData, RecipesOneErrors, RecipesOneResponses, RecipesRemoveData, RecipesRemoveErrors, RecipesRemoveResponses, RecipesSaveDraftData, RecipesSaveDraftErrors, RecipesSaveDraftResponses, RecipesSchemaData, RecipesSchemaResponses, RecipesValidateData, RecipesValidateDraftData, RecipesValidateDraftErrors, RecipesValidateDraftResponses, RecipesValidateErrors, RecipesValidateResponses, RecipeVersionsDiffData, RecipeVersionsDiffErrors, RecipeVersionsDiffResponses, RecipeVersionsExportData, RecipeVersionsExportErrors, RecipeVersionsExportResponses, RecipeVersionsPublishData, RecipeVersionsPublishErrors, RecipeVersionsPublishResponses, RecipeVersionsVersionData, RecipeVersionsVersionErrors, RecipeVersionsVersionResponses, RecipeVersionsVersionsData, RecipeVersionsVersionsErrors, RecipeVersionsVersionsResponses, RetryBatchesListData, RetryBatchesListErrors, RetryBatchesListResponses, RetryBatchesOneData, RetryBatchesOneErrors, RetryBatchesOneResponses, RetryBatchesPreviewData, RetryBatchesPreviewErrors, RetryBatchesPreviewResponses, RetryBatchesStartData, RetryBatchesStartErrors, RetryBatchesStartResponses, RetryBatchesStopData, RetryBatchesStopErrors, RetryBatchesStopResponses, RunsCancelData, RunsCancelErrors, RunsCancelResponses, RunsPreviewData, RunsPreviewErrors, RunsPreviewResponses, RunsPreviewRetryData, RunsPreviewRetryErrors, RunsPreviewRetryResponses, RunsRetryData, RunsRetryErrors, RunsRetryResponses, RunsStartData, RunsStartErrors, RunsStartResponses, SandboxCompleteDocumentData, SandboxCompleteDocumentErrors, SandboxCompleteDocumentResponses, SearchFindData, SearchFindErrors, SearchFindResponses, SubjectDealData, SubjectDealErrors, SubjectDealResponses, TemplatesCheckReadinessData, TemplatesCheckReadinessErrors, TemplatesCheckReadinessResponses, TemplatesFoldersData, TemplatesFoldersErrors, TemplatesFoldersResponses, TemplatesListData, TemplatesListErrors, TemplatesListResponses, UndoPreviewData, UndoPreviewErrors, UndoPreviewResponses, UndoUndoData, UndoUndoErrors, UndoUndoResponses, WebhookHealthReadData, WebhookHealthReadErrors, WebhookHealthReadResponses, WebhookHealthTestData, WebhookHealthTestErrors, WebhookHealthTestResponses } from './types.gen.js';

export type Options<TData extends TDataShape = TDataShape, ThrowOnError extends boolean = boolean, TResponse = unknown> = Options2<TData, ThrowOnError, TResponse> & {
    /**
     * You can provide a client instance returned by `createClient()` instead of
     * individual options. This might be also useful if you want to implement a
     * custom client.
     */
    client?: Client;
    /**
     * You can pass arbitrary values through the `meta` object. This can be
     * used to access values that aren't defined as part of the SDK function.
     */
    meta?: keyof ClientMeta extends never ? Record<string, unknown> : ClientMeta;
};

/**
 * What people changed in Tandem itself, newest first
 *
 * Connections, recipes and automations, each with what was before and after. Never holds credentials. There is no sign-in, so it does not know who.
 */
export const auditList = <ThrowOnError extends boolean = true>(options?: Options<AuditListData, ThrowOnError>): RequestResult<AuditListResponses, AuditListErrors, ThrowOnError, 'data'> => (options?.client ?? client).get<AuditListResponses, AuditListErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/audit',
    ...options
});

/**
 * What was switched on and off, and with which settings
 *
 * Choices for a template, and defaults for all templates. GET /api/templates shows what they amount to.
 */
export const automationsList = <ThrowOnError extends boolean = true>(options?: Options<AutomationsListData, ThrowOnError>): RequestResult<AutomationsListResponses, AutomationsListErrors, ThrowOnError, 'data'> => (options?.client ?? client).get<AutomationsListResponses, AutomationsListErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/automations',
    ...options
});

/**
 * Switch a recipe on or off for a template, or as the default
 *
 * Makes the choice or replaces it. A template without a choice of its own follows the default. What is chosen from a live pick list must be in it; while its remote does not answer, it is saved with a note.
 */
export const automationsSwitch = <ThrowOnError extends boolean = true>(options: Options<AutomationsSwitchData, ThrowOnError>): RequestResult<AutomationsSwitchResponses, AutomationsSwitchErrors, ThrowOnError, 'data'> => (options.client ?? client).put<AutomationsSwitchResponses, AutomationsSwitchErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/automations',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Switch many automations at once
 *
 * All of them or none, in one transaction, each with an entry in the audit log. To undo, send `before` of each item of the answer as `choice` and its `after` as `expected`, with `restore`.
 */
export const automationsChange = <ThrowOnError extends boolean = true>(options: Options<AutomationsChangeData, ThrowOnError>): RequestResult<AutomationsChangeResponses, AutomationsChangeErrors, ThrowOnError, 'data'> => (options.client ?? client).post<AutomationsChangeResponses, AutomationsChangeErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/automations/changes',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Take a choice back
 *
 * The template follows the default again; without a default the recipe is off.
 */
export const automationsReset = <ThrowOnError extends boolean = true>(options: Options<AutomationsResetData, ThrowOnError>): RequestResult<AutomationsResetResponses, AutomationsResetErrors, ThrowOnError, 'data'> => (options.client ?? client).delete<AutomationsResetResponses, AutomationsResetErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/automations/{id}',
    ...options
});

/**
 * Backfills and how far they are
 */
export const backfillsList = <ThrowOnError extends boolean = true>(options?: Options<BackfillsListData, ThrowOnError>): RequestResult<BackfillsListResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<BackfillsListResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/backfills',
    ...options
});

/**
 * Choose documents of the past for recipes
 *
 * Their number is counted from now on; nothing is run before the backfill is started.
 */
export const backfillsCreate = <ThrowOnError extends boolean = true>(options: Options<BackfillsCreateData, ThrowOnError>): RequestResult<BackfillsCreateResponses, BackfillsCreateErrors, ThrowOnError, 'data'> => (options.client ?? client).post<BackfillsCreateResponses, BackfillsCreateErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/backfills',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * How far a backfill is
 */
export const backfillsOne = <ThrowOnError extends boolean = true>(options: Options<BackfillsOneData, ThrowOnError>): RequestResult<BackfillsOneResponses, BackfillsOneErrors, ThrowOnError, 'data'> => (options.client ?? client).get<BackfillsOneResponses, BackfillsOneErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/backfills/{id}',
    ...options
});

/**
 * Documents of a backfill, and why one was skipped
 */
export const backfillsDocuments = <ThrowOnError extends boolean = true>(options: Options<BackfillsDocumentsData, ThrowOnError>): RequestResult<BackfillsDocumentsResponses, BackfillsDocumentsErrors, ThrowOnError, 'data'> => (options.client ?? client).get<BackfillsDocumentsResponses, BackfillsDocumentsErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/backfills/{id}/documents',
    ...options
});

/**
 * Pause a backfill
 *
 * Runs that have begun come to their end.
 */
export const backfillsPause = <ThrowOnError extends boolean = true>(options: Options<BackfillsPauseData, ThrowOnError>): RequestResult<BackfillsPauseResponses, BackfillsPauseErrors, ThrowOnError, 'data'> => (options.client ?? client).post<BackfillsPauseResponses, BackfillsPauseErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/backfills/{id}/pause',
    ...options
});

/**
 * Go on with a paused backfill, where it was
 */
export const backfillsResume = <ThrowOnError extends boolean = true>(options: Options<BackfillsResumeData, ThrowOnError>): RequestResult<BackfillsResumeResponses, BackfillsResumeErrors, ThrowOnError, 'data'> => (options.client ?? client).post<BackfillsResumeResponses, BackfillsResumeErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/backfills/{id}/resume',
    ...options
});

/**
 * Start a backfill that was counted
 */
export const backfillsStart = <ThrowOnError extends boolean = true>(options: Options<BackfillsStartData, ThrowOnError>): RequestResult<BackfillsStartResponses, BackfillsStartErrors, ThrowOnError, 'data'> => (options.client ?? client).post<BackfillsStartResponses, BackfillsStartErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/backfills/{id}/start',
    ...options
});

/**
 * Stop a backfill for good
 *
 * Runs that have begun come to their end.
 */
export const backfillsStop = <ThrowOnError extends boolean = true>(options: Options<BackfillsStopData, ThrowOnError>): RequestResult<BackfillsStopResponses, BackfillsStopErrors, ThrowOnError, 'data'> => (options.client ?? client).post<BackfillsStopResponses, BackfillsStopErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/backfills/{id}/stop',
    ...options
});

/**
 * The connected accounts
 *
 * At most one per connector. Never holds credentials.
 */
export const connectionsList = <ThrowOnError extends boolean = true>(options?: Options<ConnectionsListData, ThrowOnError>): RequestResult<ConnectionsListResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<ConnectionsListResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/connections',
    ...options
});

/**
 * Connect an account
 *
 * The remote is asked who we are first. Where it delivers webhooks, they are subscribed to; should that fail, the connection is made all the same and `status_reason` says why.
 */
export const connectionsCreate = <ThrowOnError extends boolean = true>(options: Options<ConnectionsCreateData, ThrowOnError>): RequestResult<ConnectionsCreateResponses, ConnectionsCreateErrors, ThrowOnError, 'data'> => (options.client ?? client).post<ConnectionsCreateResponses, ConnectionsCreateErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/connections',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Connect both accounts of the local sandbox
 *
 * Creates or renews the two connections. The body is empty or {}.
 */
export const connectionsSandbox = <ThrowOnError extends boolean = true>(options?: Options<ConnectionsSandboxData, ThrowOnError>): RequestResult<ConnectionsSandboxResponses, ConnectionsSandboxErrors, ThrowOnError, 'data'> => (options?.client ?? client).post<ConnectionsSandboxResponses, ConnectionsSandboxErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/connections/sandbox',
    ...options
});

/**
 * Complete a sample document in the sandbox
 *
 * Makes a document of a deal from the template, sends it and signs it, as people would; what is switched on for the template then runs.
 */
export const sandboxCompleteDocument = <ThrowOnError extends boolean = true>(options: Options<SandboxCompleteDocumentData, ThrowOnError>): RequestResult<SandboxCompleteDocumentResponses, SandboxCompleteDocumentErrors, ThrowOnError, 'data'> => (options.client ?? client).post<SandboxCompleteDocumentResponses, SandboxCompleteDocumentErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/connections/sandbox/sample-document',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Remove a connection
 *
 * Ends its webhook subscription and forgets its credentials, and with `with_history` all that it brought in.
 */
export const connectionsRemove = <ThrowOnError extends boolean = true>(options: Options<ConnectionsRemoveData, ThrowOnError>): RequestResult<ConnectionsRemoveResponses, ConnectionsRemoveErrors, ThrowOnError, 'data'> => (options.client ?? client).delete<ConnectionsRemoveResponses, ConnectionsRemoveErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/connections/{id}',
    ...options
});

/**
 * One connection
 */
export const connectionsOne = <ThrowOnError extends boolean = true>(options: Options<ConnectionsOneData, ThrowOnError>): RequestResult<ConnectionsOneResponses, ConnectionsOneErrors, ThrowOnError, 'data'> => (options.client ?? client).get<ConnectionsOneResponses, ConnectionsOneErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/connections/{id}',
    ...options
});

/**
 * Rename a connection or renew its credentials
 *
 * New credentials are tried first and must belong to the same account. A paused connection then works again, and the runs that waited for it go on.
 */
export const connectionsChange = <ThrowOnError extends boolean = true>(options: Options<ConnectionsChangeData, ThrowOnError>): RequestResult<ConnectionsChangeResponses, ConnectionsChangeErrors, ThrowOnError, 'data'> => (options.client ?? client).patch<ConnectionsChangeResponses, ConnectionsChangeErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/connections/{id}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * The calls that the account may make, and how many of them are used
 *
 * Over all processes, as of now. Empty until the account is first called.
 */
export const connectionBudgetBudget = <ThrowOnError extends boolean = true>(options: Options<ConnectionBudgetBudgetData, ThrowOnError>): RequestResult<ConnectionBudgetBudgetResponses, ConnectionBudgetBudgetErrors, ThrowOnError, 'data'> => (options.client ?? client).get<ConnectionBudgetBudgetResponses, ConnectionBudgetBudgetErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/connections/{id}/budget',
    ...options
});

/**
 * Ask the remote who we are
 *
 * Stores the account. A paused connection that works is resumed; one whose credentials are refused is paused.
 */
export const connectionsTest = <ThrowOnError extends boolean = true>(options: Options<ConnectionsTestData, ThrowOnError>): RequestResult<ConnectionsTestResponses, ConnectionsTestErrors, ThrowOnError, 'data'> => (options.client ?? client).post<ConnectionsTestResponses, ConnectionsTestErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/connections/{id}/test',
    ...options
});

/**
 * Whether the webhooks of a connection come in
 *
 * What was delivered and refused, how events became known lately, and how the remote sees its subscription (asked in up to two calls; a remote that does not answer is `unknown`).
 */
export const webhookHealthRead = <ThrowOnError extends boolean = true>(options: Options<WebhookHealthReadData, ThrowOnError>): RequestResult<WebhookHealthReadResponses, WebhookHealthReadErrors, ThrowOnError, 'data'> => (options.client ?? client).get<WebhookHealthReadResponses, WebhookHealthReadErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/connections/{id}/webhook',
    ...options
});

/**
 * Subscribe to the webhooks of the remote again
 *
 * Safe to repeat. Trouble is told in `status_reason`; the address is PUBLIC_URL/webhooks/<connector>/<id>.
 */
export const connectionsWebhook = <ThrowOnError extends boolean = true>(options: Options<ConnectionsWebhookData, ThrowOnError>): RequestResult<ConnectionsWebhookResponses, ConnectionsWebhookErrors, ThrowOnError, 'data'> => (options.client ?? client).post<ConnectionsWebhookResponses, ConnectionsWebhookErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/connections/{id}/webhook',
    ...options
});

/**
 * Deliver a signed test webhook to the public address
 *
 * Sent over HTTP as the remote would send it, through whatever stands before this server, with an event that nothing waits for. It is not counted among the deliveries of the remote.
 */
export const webhookHealthTest = <ThrowOnError extends boolean = true>(options: Options<WebhookHealthTestData, ThrowOnError>): RequestResult<WebhookHealthTestResponses, WebhookHealthTestErrors, ThrowOnError, 'data'> => (options.client ?? client).post<WebhookHealthTestResponses, WebhookHealthTestErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/connections/{id}/webhook/test',
    ...options
});

/**
 * The remote systems that can be connected
 */
export const catalogueList = <ThrowOnError extends boolean = true>(options?: Options<CatalogueListData, ThrowOnError>): RequestResult<CatalogueListResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<CatalogueListResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/connectors',
    ...options
});

/**
 * What a connector offers
 *
 * Its triggers, actions and pick lists with JSON Schemas of what goes in and what comes out.
 */
export const catalogueOne = <ThrowOnError extends boolean = true>(options: Options<CatalogueOneData, ThrowOnError>): RequestResult<CatalogueOneResponses, CatalogueOneErrors, ThrowOnError, 'data'> => (options.client ?? client).get<CatalogueOneResponses, CatalogueOneErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/connectors/{key}',
    ...options
});

/**
 * The choices of a pick list, live
 *
 * Such as the stages of a pipeline. A question, not a change: it is a POST because its input is JSON.
 */
export const pickListsLoad = <ThrowOnError extends boolean = true>(options: Options<PickListsLoadData, ThrowOnError>): RequestResult<PickListsLoadResponses, PickListsLoadErrors, ThrowOnError, 'data'> => (options.client ?? client).post<PickListsLoadResponses, PickListsLoadErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/connectors/{key}/pick-lists/{pickList}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * The ledger: planned and applied changes of a deal, a document or a run
 */
export const historyListEffects = <ThrowOnError extends boolean = true>(options?: Options<HistoryListEffectsData, ThrowOnError>): RequestResult<HistoryListEffectsResponses, HistoryListEffectsErrors, ThrowOnError, 'data'> => (options?.client ?? client).get<HistoryListEffectsResponses, HistoryListEffectsErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/effects',
    ...options
});

/**
 * Events of the inbox
 */
export const historyListEvents = <ThrowOnError extends boolean = true>(options?: Options<HistoryListEventsData, ThrowOnError>): RequestResult<HistoryListEventsResponses, HistoryListEventsErrors, ThrowOnError, 'data'> => (options?.client ?? client).get<HistoryListEventsResponses, HistoryListEventsErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/events',
    ...options
});

/**
 * One event with its data and the runs that it started
 */
export const historyEvent = <ThrowOnError extends boolean = true>(options: Options<HistoryEventData, ThrowOnError>): RequestResult<HistoryEventResponses, HistoryEventErrors, ThrowOnError, 'data'> => (options.client ?? client).get<HistoryEventResponses, HistoryEventErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/events/{id}',
    ...options
});

/**
 * Whether the process answers at all
 *
 * A restart is the remedy when it does not.
 */
export const healthLive = <ThrowOnError extends boolean = true>(options?: Options<HealthLiveData, ThrowOnError>): RequestResult<HealthLiveResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<HealthLiveResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/health/live',
    ...options
});

/**
 * Whether the database answers and has the schema of this version
 */
export const healthReady = <ThrowOnError extends boolean = true>(options?: Options<HealthReadyData, ThrowOnError>): RequestResult<HealthReadyResponses, HealthReadyErrors, ThrowOnError, 'data'> => (options?.client ?? client).get<HealthReadyResponses, HealthReadyErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/health/ready',
    ...options
});

/**
 * What changes, as it changes
 *
 * Server-sent events. `hello`: from now on nothing is missed; read what you show again, also after each reconnect. `changed`: LiveChanges, which name what changed and not how it is now; at most two a second. `beat`: nothing happened for 15 seconds.
 */
export const liveListen = <ThrowOnError extends boolean = true>(options?: Options<LiveListenData, ThrowOnError, LiveListenResponse>): Promise<ServerSentEventsResult<LiveListenResponses>> => (options?.client ?? client).sse.get<LiveListenResponses, LiveListenErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/live',
    ...options
});

/**
 * Numbers for Prometheus
 *
 * Lanes, events and runs that are open, over all processes; what this process has done; and how it feels. Holds no ids, names or addresses.
 */
export const metricsMetrics = <ThrowOnError extends boolean = true>(options?: Options<MetricsMetricsData, ThrowOnError>): RequestResult<MetricsMetricsResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<MetricsMetricsResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/metrics',
    ...options
});

/**
 * What a recipe would do for a document now: reads only, changes nothing
 */
export const runsPreview = <ThrowOnError extends boolean = true>(options: Options<RunsPreviewData, ThrowOnError>): RequestResult<RunsPreviewResponses, RunsPreviewErrors, ThrowOnError, 'data'> => (options.client ?? client).post<RunsPreviewResponses, RunsPreviewErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/preview',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * All recipes
 *
 * In the order in which the runs of one event happen.
 */
export const recipesList = <ThrowOnError extends boolean = true>(options?: Options<RecipesListData, ThrowOnError>): RequestResult<RecipesListResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<RecipesListResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/recipes',
    ...options
});

/**
 * Create a recipe, or import an exported one
 *
 * The body is the recipe itself. It is a draft at first: publish it to let it run.
 */
export const recipesImport = <ThrowOnError extends boolean = true>(options: Options<RecipesImportData, ThrowOnError>): RequestResult<RecipesImportResponses, RecipesImportErrors, ThrowOnError, 'data'> => (options.client ?? client).post<RecipesImportResponses, RecipesImportErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/recipes',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * The recipes that steps can call, as published
 *
 * Those whose trigger is `call`, with what they take.
 */
export const recipesCallable = <ThrowOnError extends boolean = true>(options?: Options<RecipesCallableData, ThrowOnError>): RequestResult<RecipesCallableResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<RecipesCallableResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/recipes/callable',
    ...options
});

/**
 * The JSON Schema of a recipe
 *
 * Draft 2020-12, for editors and programs.
 */
export const recipesSchema = <ThrowOnError extends boolean = true>(options?: Options<RecipesSchemaData, ThrowOnError>): RequestResult<RecipesSchemaResponses, unknown, ThrowOnError, 'data'> => (options?.client ?? client).get<RecipesSchemaResponses, unknown, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/recipes/schema',
    ...options
});

/**
 * Check a recipe without saving it
 *
 * Takes anything; whatever is wrong is in the answer, each with a JSON pointer into the recipe.
 */
export const recipesValidate = <ThrowOnError extends boolean = true>(options: Options<RecipesValidateData, ThrowOnError>): RequestResult<RecipesValidateResponses, RecipesValidateErrors, ThrowOnError, 'data'> => (options.client ?? client).post<RecipesValidateResponses, RecipesValidateErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/recipes/validate',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Delete a recipe with its versions, and with `with_history` its runs
 */
export const recipesRemove = <ThrowOnError extends boolean = true>(options: Options<RecipesRemoveData, ThrowOnError>): RequestResult<RecipesRemoveResponses, RecipesRemoveErrors, ThrowOnError, 'data'> => (options.client ?? client).delete<RecipesRemoveResponses, RecipesRemoveErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/recipes/{key}',
    ...options
});

/**
 * One recipe with its draft and the issues of the draft
 */
export const recipesOne = <ThrowOnError extends boolean = true>(options: Options<RecipesOneData, ThrowOnError>): RequestResult<RecipesOneResponses, RecipesOneErrors, ThrowOnError, 'data'> => (options.client ?? client).get<RecipesOneResponses, RecipesOneErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/recipes/{key}',
    ...options
});

/**
 * Copy a recipe to vary it
 *
 * The copy has the draft of the original.
 */
export const recipesClone = <ThrowOnError extends boolean = true>(options: Options<RecipesCloneData, ThrowOnError>): RequestResult<RecipesCloneResponses, RecipesCloneErrors, ThrowOnError, 'data'> => (options.client ?? client).post<RecipesCloneResponses, RecipesCloneErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/recipes/{key}/clone',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * What changed from one version to another, step by step
 *
 * A step is the same one where its id is, wherever it went.
 */
export const recipeVersionsDiff = <ThrowOnError extends boolean = true>(options: Options<RecipeVersionsDiffData, ThrowOnError>): RequestResult<RecipeVersionsDiffResponses, RecipeVersionsDiffErrors, ThrowOnError, 'data'> => (options.client ?? client).get<RecipeVersionsDiffResponses, RecipeVersionsDiffErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/recipes/{key}/diff',
    ...options
});

/**
 * Save the draft
 *
 * Names the revision it is based on. An unfinished draft is kept with its issues; one that is not well formed is not.
 */
export const recipesSaveDraft = <ThrowOnError extends boolean = true>(options: Options<RecipesSaveDraftData, ThrowOnError>): RequestResult<RecipesSaveDraftResponses, RecipesSaveDraftErrors, ThrowOnError, 'data'> => (options.client ?? client).put<RecipesSaveDraftResponses, RecipesSaveDraftErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/recipes/{key}/draft',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * The recipe as a file
 *
 * In canonical form: importing and exporting it again gives the same bytes.
 */
export const recipeVersionsExport = <ThrowOnError extends boolean = true>(options: Options<RecipeVersionsExportData, ThrowOnError>): RequestResult<RecipeVersionsExportResponses, RecipeVersionsExportErrors, ThrowOnError, 'data'> => (options.client ?? client).get<RecipeVersionsExportResponses, RecipeVersionsExportErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/recipes/{key}/export',
    ...options
});

/**
 * Publish the draft
 *
 * Makes a version that never changes; new runs take it, running ones keep theirs. The body may be left out.
 */
export const recipeVersionsPublish = <ThrowOnError extends boolean = true>(options: Options<RecipeVersionsPublishData, ThrowOnError>): RequestResult<RecipeVersionsPublishResponses, RecipeVersionsPublishErrors, ThrowOnError, 'data'> => (options.client ?? client).post<RecipeVersionsPublishResponses, RecipeVersionsPublishErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/recipes/{key}/publish',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Check the draft
 *
 * Needs no body.
 */
export const recipesValidateDraft = <ThrowOnError extends boolean = true>(options: Options<RecipesValidateDraftData, ThrowOnError>): RequestResult<RecipesValidateDraftResponses, RecipesValidateDraftErrors, ThrowOnError, 'data'> => (options.client ?? client).post<RecipesValidateDraftResponses, RecipesValidateDraftErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/recipes/{key}/validate',
    ...options
});

/**
 * The published versions, newest first
 */
export const recipeVersionsVersions = <ThrowOnError extends boolean = true>(options: Options<RecipeVersionsVersionsData, ThrowOnError>): RequestResult<RecipeVersionsVersionsResponses, RecipeVersionsVersionsErrors, ThrowOnError, 'data'> => (options.client ?? client).get<RecipeVersionsVersionsResponses, RecipeVersionsVersionsErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/recipes/{key}/versions',
    ...options
});

/**
 * One published version
 */
export const recipeVersionsVersion = <ThrowOnError extends boolean = true>(options: Options<RecipeVersionsVersionData, ThrowOnError>): RequestResult<RecipeVersionsVersionResponses, RecipeVersionsVersionErrors, ThrowOnError, 'data'> => (options.client ?? client).get<RecipeVersionsVersionResponses, RecipeVersionsVersionErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/recipes/{key}/versions/{version}',
    ...options
});

/**
 * Bulk retries and how far they are
 */
export const retryBatchesList = <ThrowOnError extends boolean = true>(options?: Options<RetryBatchesListData, ThrowOnError>): RequestResult<RetryBatchesListResponses, RetryBatchesListErrors, ThrowOnError, 'data'> => (options?.client ?? client).get<RetryBatchesListResponses, RetryBatchesListErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/retry-batches',
    ...options
});

/**
 * Retry many runs, a few at a time, each in its lane
 */
export const retryBatchesStart = <ThrowOnError extends boolean = true>(options: Options<RetryBatchesStartData, ThrowOnError>): RequestResult<RetryBatchesStartResponses, RetryBatchesStartErrors, ThrowOnError, 'data'> => (options.client ?? client).post<RetryBatchesStartResponses, RetryBatchesStartErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/retry-batches',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Which runs a bulk retry would take up
 */
export const retryBatchesPreview = <ThrowOnError extends boolean = true>(options: Options<RetryBatchesPreviewData, ThrowOnError>): RequestResult<RetryBatchesPreviewResponses, RetryBatchesPreviewErrors, ThrowOnError, 'data'> => (options.client ?? client).post<RetryBatchesPreviewResponses, RetryBatchesPreviewErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/retry-batches/preview',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * How far a bulk retry is
 */
export const retryBatchesOne = <ThrowOnError extends boolean = true>(options: Options<RetryBatchesOneData, ThrowOnError>): RequestResult<RetryBatchesOneResponses, RetryBatchesOneErrors, ThrowOnError, 'data'> => (options.client ?? client).get<RetryBatchesOneResponses, RetryBatchesOneErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/retry-batches/{id}',
    ...options
});

/**
 * Take up no further run of a bulk retry; what has begun goes on
 */
export const retryBatchesStop = <ThrowOnError extends boolean = true>(options: Options<RetryBatchesStopData, ThrowOnError>): RequestResult<RetryBatchesStopResponses, RetryBatchesStopErrors, ThrowOnError, 'data'> => (options.client ?? client).post<RetryBatchesStopResponses, RetryBatchesStopErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/retry-batches/{id}/stop',
    ...options
});

/**
 * Runs, filtered
 */
export const historyListRuns = <ThrowOnError extends boolean = true>(options?: Options<HistoryListRunsData, ThrowOnError>): RequestResult<HistoryListRunsResponses, HistoryListRunsErrors, ThrowOnError, 'data'> => (options?.client ?? client).get<HistoryListRunsResponses, HistoryListRunsErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/runs',
    ...options
});

/**
 * Run a recipe for a document now, with the settings of its automation
 */
export const runsStart = <ThrowOnError extends boolean = true>(options: Options<RunsStartData, ThrowOnError>): RequestResult<RunsStartResponses, RunsStartErrors, ThrowOnError, 'data'> => (options.client ?? client).post<RunsStartResponses, RunsStartErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/runs',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Failures grouped by their cause
 */
export const historyListFailureGroups = <ThrowOnError extends boolean = true>(options?: Options<HistoryListFailureGroupsData, ThrowOnError>): RequestResult<HistoryListFailureGroupsResponses, HistoryListFailureGroupsErrors, ThrowOnError, 'data'> => (options?.client ?? client).get<HistoryListFailureGroupsResponses, HistoryListFailureGroupsErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/runs/failure-groups',
    ...options
});

/**
 * What came of runs, over time
 */
export const historyCountOutcomes = <ThrowOnError extends boolean = true>(options?: Options<HistoryCountOutcomesData, ThrowOnError>): RequestResult<HistoryCountOutcomesResponses, HistoryCountOutcomesErrors, ThrowOnError, 'data'> => (options?.client ?? client).get<HistoryCountOutcomesResponses, HistoryCountOutcomesErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/runs/outcomes',
    ...options
});

/**
 * One run with its steps, attempts and effects
 */
export const historyRun = <ThrowOnError extends boolean = true>(options: Options<HistoryRunData, ThrowOnError>): RequestResult<HistoryRunResponses, HistoryRunErrors, ThrowOnError, 'data'> => (options.client ?? client).get<HistoryRunResponses, HistoryRunErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/runs/{id}',
    ...options
});

/**
 * Cancel a queued or waiting run
 */
export const runsCancel = <ThrowOnError extends boolean = true>(options: Options<RunsCancelData, ThrowOnError>): RequestResult<RunsCancelResponses, RunsCancelErrors, ThrowOnError, 'data'> => (options.client ?? client).post<RunsCancelResponses, RunsCancelErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/runs/{id}/cancel',
    ...options
});

/**
 * Retry a run
 */
export const runsRetry = <ThrowOnError extends boolean = true>(options: Options<RunsRetryData, ThrowOnError>): RequestResult<RunsRetryResponses, RunsRetryErrors, ThrowOnError, 'data'> => (options.client ?? client).post<RunsRetryResponses, RunsRetryErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/runs/{id}/retry',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * What a retry would change now
 */
export const runsPreviewRetry = <ThrowOnError extends boolean = true>(options: Options<RunsPreviewRetryData, ThrowOnError>): RequestResult<RunsPreviewRetryResponses, RunsPreviewRetryErrors, ThrowOnError, 'data'> => (options.client ?? client).post<RunsPreviewRetryResponses, RunsPreviewRetryErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/runs/{id}/retry/preview',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Undo a run: a run of its own takes back what still stands
 */
export const undoUndo = <ThrowOnError extends boolean = true>(options: Options<UndoUndoData, ThrowOnError>): RequestResult<UndoUndoResponses, UndoUndoErrors, ThrowOnError, 'data'> => (options.client ?? client).post<UndoUndoResponses, UndoUndoErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/runs/{id}/undo',
    ...options
});

/**
 * What an undo of a run would change now
 *
 * The inverse of what the run changed. The notes of a plan name what is left alone: changed since by somebody, gone, or not to be taken back at all.
 */
export const undoPreview = <ThrowOnError extends boolean = true>(options: Options<UndoPreviewData, ThrowOnError>): RequestResult<UndoPreviewResponses, UndoPreviewErrors, ThrowOnError, 'data'> => (options.client ?? client).post<UndoPreviewResponses, UndoPreviewErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/runs/{id}/undo/preview',
    ...options
});

/**
 * Find deals and documents by name, id, or the e-mail of a contact or recipient
 *
 * Looks into the ledger and asks HubSpot and PandaDoc. E-mails are stored nowhere in Tandem.
 */
export const searchFind = <ThrowOnError extends boolean = true>(options: Options<SearchFindData, ThrowOnError>): RequestResult<SearchFindResponses, SearchFindErrors, ThrowOnError, 'data'> => (options.client ?? client).get<SearchFindResponses, SearchFindErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/subjects',
    ...options
});

/**
 * Whether a deal is still there in HubSpot
 *
 * As its webhooks told, or as runs found it; HubSpot is not asked.
 */
export const subjectDeal = <ThrowOnError extends boolean = true>(options: Options<SubjectDealData, ThrowOnError>): RequestResult<SubjectDealResponses, SubjectDealErrors, ThrowOnError, 'data'> => (options.client ?? client).get<SubjectDealResponses, SubjectDealErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/subjects/deals/{id}',
    ...options
});

/**
 * The templates of the document system, with what is switched on for each
 *
 * Read live, at most 30 seconds old and at most 1,000. Recipes that are offered per template and published are listed, in their order.
 */
export const templatesList = <ThrowOnError extends boolean = true>(options?: Options<TemplatesListData, ThrowOnError>): RequestResult<TemplatesListResponses, TemplatesListErrors, ThrowOnError, 'data'> => (options?.client ?? client).get<TemplatesListResponses, TemplatesListErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/templates',
    ...options
});

/**
 * The folders of the templates, with what lies directly in each
 *
 * Read live, at most five minutes old and at most 100. A template in no folder lies in the root.
 */
export const templatesFolders = <ThrowOnError extends boolean = true>(options?: Options<TemplatesFoldersData, ThrowOnError>): RequestResult<TemplatesFoldersResponses, TemplatesFoldersErrors, ThrowOnError, 'data'> => (options?.client ?? client).get<TemplatesFoldersResponses, TemplatesFoldersErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/templates/folders',
    ...options
});

/**
 * What is missing before the automations of some templates would work
 *
 * For automations that are on and for those that are off, with the settings that hold. Looks at the connections, their scopes, the live pick lists, and the content of each template (once per version). A question, not a change: it is a POST because it names many templates.
 */
export const templatesCheckReadiness = <ThrowOnError extends boolean = true>(options: Options<TemplatesCheckReadinessData, ThrowOnError>): RequestResult<TemplatesCheckReadinessResponses, TemplatesCheckReadinessErrors, ThrowOnError, 'data'> => (options.client ?? client).post<TemplatesCheckReadinessResponses, TemplatesCheckReadinessErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/templates/readiness',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Receive the webhooks of a remote's app
 */
export const nudgeReceive = <ThrowOnError extends boolean = true>(options: Options<NudgeReceiveData, ThrowOnError>): RequestResult<NudgeReceiveResponses, NudgeReceiveErrors, ThrowOnError, 'data'> => (options.client ?? client).post<NudgeReceiveResponses, NudgeReceiveErrors, ThrowOnError, 'data'>({
    responseStyle: 'data',
    url: '/api/webhooks/{connector}',
    ...options
});
